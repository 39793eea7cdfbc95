/** Keeps an offer away until the day the buyer named, and brings its context back then (requirement R4). */
import type { Timestamp } from '../accounts/account';
import type { Signal, Surface } from '../documents/kinds/vocabulary';
import type { Prompt } from './history';
import type { Hold, Past } from './hold';
import { daysAfter, openPrompt } from './prompt-life';
import type { Viewer } from './showing';

/** What was put off, as it comes back. */
export interface Resumption {
  readonly promptId: string;
  readonly snoozedAt: Timestamp;
  /** The day the buyer named. */
  readonly until: Timestamp;
  /** What the offer was about when it was put off. */
  readonly signal: Signal;
  readonly surface: Surface;
  readonly conversationId: string | null;
  readonly crossedAt: Timestamp | null;
}

/** SNOOZED while anyone of the account has put the offer off. */
export function snoozeHold({ history, now }: Past, { offerKey }: Viewer): Hold | null {
  const snoozed = history.prompts.findLast(
    (prompt) => prompt.offerKey === offerKey && isSnoozed(prompt) && endOf(prompt) > now,
  );
  if (snoozed === undefined) return null;
  const { at, silentUntil } = snoozed.answer ?? {};
  return { code: 'SNOOZED', message: `The offer was put off at ${at} until ${silentUntil}.` };
}

/**
 * What the viewer put off, from the day named through one response window; null when nothing is due. It stays while the
 * prompt that brings it back is open. What was put off without a user comes back to the first who sees it.
 */
export function resumption(past: Past, viewer: Viewer): Resumption | null {
  const open = openPrompt(past.history, viewer, past.now);
  const resumed = past.history.prompts.find(({ id }) => id === open?.resumes);
  if (resumed !== undefined) return toResumption(resumed);
  const due = past.history.prompts.findLast((prompt) => isDue(past, viewer, prompt));
  return due === undefined ? null : toResumption(due);
}

function isDue({ history, policy, now }: Past, { userId, offerKey }: Viewer, prompt: Prompt): boolean {
  if (prompt.offerKey !== offerKey || !isSnoozed(prompt)) return false;
  if (prompt.userId !== userId && prompt.userId !== null) return false;
  const end = endOf(prompt);
  if (now < end || daysAfter(end, policy.responseWindowDays) <= new Date(now).toISOString()) return false;
  return !history.prompts.some(({ resumes }) => resumes === prompt.id);
}

function isSnoozed({ answer }: Prompt): boolean {
  return answer?.kind === 'SNOOZED';
}

function endOf({ answer }: Prompt): number {
  return answer?.silentUntil ? Date.parse(answer.silentUntil) : -Infinity;
}

function toResumption({ id, answer, signal, surface, conversationId, crossedAt }: Prompt): Resumption | null {
  if (answer === null || answer.silentUntil === null) return null;
  const { at: snoozedAt, silentUntil: until } = answer;
  return { promptId: id, snoozedAt, until, signal, surface, conversationId, crossedAt };
}
