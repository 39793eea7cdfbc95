/** Counts prompts against the caps of the policy (requirement R1). */
import type { PolicyDocument } from '../documents/kinds/policy-document';
import { calendarPeriod, isInPeriod } from './calendar-period';
import type { Prompt } from './history';
import type { Hold, HoldCode, Past } from './hold';
import { currentPrompt } from './current-prompt';
import { resumption } from './snooze';
import type { Viewer } from './showing';

type Cap = PolicyDocument['caps'][number];

const CODES: Readonly<Record<Cap['scope'], HoldCode>> = {
  offer: 'CAP_OFFER',
  user: 'CAP_USER',
  account: 'CAP_ACCOUNT',
};

/** CAP_OFFER, CAP_USER and CAP_ACCOUNT in this order, for caps that are full. */
export function capHolds(past: Past, viewer: Viewer): readonly Hold[] {
  if (isPromptAlready(past, viewer)) return [];
  const scopes: readonly Cap['scope'][] = ['offer', 'user', 'account'];
  return scopes.flatMap((scope) =>
    past.policy.caps.filter((cap) => cap.scope === scope).flatMap((cap) => capHold(past, viewer, cap)),
  );
}

/** The prompt already open is shown again without being another one, and so is one that comes back from a snooze. */
function isPromptAlready(past: Past, viewer: Viewer): boolean {
  return currentPrompt(past, viewer) !== undefined || resumption(past, viewer) !== null;
}

function capHold({ history, now }: Past, viewer: Viewer, cap: Cap): readonly Hold[] {
  const counted = history.prompts.filter(
    (prompt) => countsFor(cap, viewer, prompt) && isInPeriod(cap.period, prompt.openedAt, now),
  );
  if (counted.length < cap.limit) return [];
  return [{ code: CODES[cap.scope], message: messageOf(cap, counted, now) }];
}

/** Only what was shown counts, and what came back from a snooze was counted before. */
function countsFor({ scope }: Cap, { userId, offerKey }: Viewer, prompt: Prompt): boolean {
  if (prompt.impressions === 0 || prompt.resumes !== null) return false;
  if (scope === 'user') return prompt.userId === userId;
  return scope === 'account' || prompt.offerKey === offerKey;
}

function messageOf({ scope, limit, period }: Cap, counted: readonly Prompt[], now: number): string {
  const { end } = calendarPeriod(period, now);
  const last = counted.at(-1)?.openedAt;
  const shown = last === undefined ? '' : `, the last at ${last}`;
  return `At most ${limit} prompts per ${scope} and ${period}: ${counted.length} shown${shown}; the next from ${new Date(end).toISOString()}.`;
}
