/** Puts a candidate into the terms that caps and silences judge. */
import type { Showing } from '../responses/showing';
import type { Candidate } from './candidate';
import { closeModeOf } from './close-mode';
import { signalTime } from './signal-time';
import type { Situation } from './situation';

/** The candidate as it would be shown now; `handOff` when a guardrail lets it through to a human only. */
export function showingOf(situation: Situation, candidate: Candidate, handOff: boolean): Showing {
  const { release, account, context, userId } = situation;
  const { key, capacity } = candidate.offer.document;
  return {
    userId,
    offerKey: key,
    conversationId: context.conversationId ?? null,
    signal: candidate.signal,
    signalAt: signalTime(situation, candidate),
    closeMode: handOff ? 'HANDOFF' : closeModeOf(release.policy, account.segment),
    capacityPerMonth: capacity?.perMonth ?? null,
  };
}
