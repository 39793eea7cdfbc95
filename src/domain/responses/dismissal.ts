/** Keeps away what a user put away or ignored too often, until there is a new signal (requirement R9). */
import type { Timestamp } from '../accounts/account';
import type { Hold, Past } from './hold';
import { answeredPrompt } from './prompt-life';
import { isNewSince, isOf, type Showing, type Viewer } from './showing';

const MINUTE_MS = 60_000;

/** Whether two moments count as one impression: page loads within one minute of the clock do. */
export function isSameMinute(one: Timestamp, other: number): boolean {
  return Math.floor(Date.parse(one) / MINUTE_MS) === Math.floor(other / MINUTE_MS);
}

/** DISMISSED for the user who put the offer or its notification away, or ignored it the policy's number of times. */
export function dismissalHold(past: Past, showing: Showing): Hold | null {
  const dismissedAt = newest([putAwayAt(past, showing), noticePutAwayAt(past, showing)]);
  if (dismissedAt !== null && !isNewSince(showing, dismissedAt))
    return hold(`The user dismissed the offer at ${dismissedAt}.`);
  const ignored = ignoredUntil(past, showing);
  if (ignored === null || isNewSince(showing, ignored.lastShownAt)) return null;
  return hold(
    `The user ignored the offer ${ignored.impressions} times, last at ${ignored.lastShownAt}, which counts as dismissed.`,
  );
}

/**
 * Impressions without an answer, where they reach the policy's number and their minute is over; else null. A prompt opened
 * after that many was opened by a new signal and counts from one.
 */
export function ignoredUntil(
  { history, policy, now }: Past,
  viewer: Viewer,
): { readonly impressions: number; readonly lastShownAt: Timestamp } | null {
  const enough = policy.ignoredImpressionsBeforeDismissal;
  let impressions = 0;
  let lastShownAt: Timestamp | null = null;
  for (const prompt of history.prompts) {
    if (!isOf(viewer, prompt)) continue;
    if (prompt.answer !== null || impressions >= enough) impressions = 0;
    if (prompt.answer === null) impressions += prompt.impressions;
    lastShownAt = prompt.lastShownAt;
  }
  if (lastShownAt === null || impressions < enough || isSameMinute(lastShownAt, now)) return null;
  return { impressions, lastShownAt };
}

/** Whether the viewer's last impression, once its minute is over, makes the offer one that was ignored too often. */
export function exhaustsPatience(past: Past, viewer: Viewer): boolean {
  return ignoredUntil({ ...past, now: past.now + MINUTE_MS }, viewer) !== null;
}

function putAwayAt({ history }: Past, viewer: Viewer): Timestamp | null {
  const answer = answeredPrompt(history, viewer)?.answer;
  return answer?.kind === 'DISMISSED' ? answer.at : null;
}

function noticePutAwayAt({ history }: Past, { userId, offerKey }: Viewer): Timestamp | null {
  const states = history.notifications.filter(
    (state) => state.userId === userId && state.subject === offerKey,
  );
  return newest(states.map(({ dismissedAt }) => dismissedAt));
}

function newest(moments: readonly (Timestamp | null)[]): Timestamp | null {
  return moments.reduce((last, moment) => (last === null || (moment ?? '') > last ? moment : last), null);
}

function hold(message: string): Hold {
  return { code: 'DISMISSED', message };
}
