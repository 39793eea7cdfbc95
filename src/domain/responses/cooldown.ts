/** Keeps an offer silent after a no, for the whole account and on every channel, and then until there is a new signal (R2). */
import type { PolicyDocument } from '../documents/kinds/policy-document';
import type { Timestamp } from '../accounts/account';
import type { DeclineReason } from '../documents/kinds/vocabulary';
import type { Answer } from './history';
import type { Hold, Past } from './hold';
import { daysAfter } from './prompt-life';
import { isNewSince, type Showing } from './showing';

/** Until when a no silences the offer: the reason's own days, else the policy's. `at` is in milliseconds. */
export function silentUntil(
  { cooldownDays, cooldownDaysByReason }: Pick<PolicyDocument, 'cooldownDays' | 'cooldownDaysByReason'>,
  reason: DeclineReason,
  at: number,
): Timestamp {
  return daysAfter(at, cooldownDaysByReason[reason] ?? cooldownDays);
}

/** COOLDOWN while any no to the offer is younger than its silence, or the signal is not younger than the last no. */
export function cooldownHold({ history, now }: Past, showing: Showing): Hold | null {
  let last: Answer | null = null;
  let silent: Answer | null = null;
  for (const { offerKey, answer } of history.prompts) {
    if (offerKey !== showing.offerKey || answer?.kind !== 'DECLINED') continue;
    if (last === null || answer.at >= last.at) last = answer;
    if (until(answer) > now && until(answer) > until(silent)) silent = answer;
  }
  if (silent !== null)
    return hold(`The offer was declined at ${silent.at} and stays silent until ${silent.silentUntil}.`);
  if (last === null || isNewSince(showing, last.at)) return null;
  return hold(`The offer was declined at ${last.at} and waits for a signal that is newer.`);
}

function until(answer: Answer | null): number {
  return answer?.silentUntil ? Date.parse(answer.silentUntil) : -Infinity;
}

function hold(message: string): Hold {
  return { code: 'COOLDOWN', message };
}
