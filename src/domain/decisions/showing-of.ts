/** Puts a candidate into the terms that caps and silences judge. */
import type { Showing } from '../responses/showing';
import type { RecommendingRule } from './compiled-stages';
import { closeModeOf } from './close-mode';
import { signalTime } from './signal-time';
import type { Situation } from './situation';

/**
 * The candidate as it would be shown now; `handOff` when a guardrail lets it through to a human only. When the signal came
 * about matters to those alone who were shown something before; for others it is left out.
 */
export function showingOf(situation: Situation, candidate: RecommendingRule, handOff: boolean): Showing {
  const { release, account, context, userId, past } = situation;
  const { prompts, notifications } = past.history;
  const { key, capacity } = candidate.offer.document;
  return {
    userId,
    offerKey: key,
    conversationId: context.conversationId ?? null,
    signal: candidate.signal,
    signalAt: prompts.length + notifications.length === 0 ? null : signalTime(situation, candidate),
    closeMode: handOff ? 'HANDOFF' : closeModeOf(release.policy, account.segment),
    capacityPerMonth: capacity?.perMonth ?? null,
  };
}
