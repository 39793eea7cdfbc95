/** Asks a release about an account and reads the answer in short. */
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import { decide, type DecisionRequest } from '../../src/domain/decisions/decide';
import type {
  DecisionContext,
  DecisionOutcome,
  OfferRecommendation,
} from '../../src/domain/decisions/decision';
import { EMPTY_HISTORY } from '../../src/domain/responses/history';
import { aSnapshot, IN_APP, NOW } from './decisions-account';

/** Who looks, and what came before. */
export type Before = Pick<DecisionRequest, 'userId' | 'history'>;

/** Nobody in particular, who was never shown anything. */
export const NOTHING_BEFORE: Before = { userId: null, history: EMPTY_HISTORY };

/** Decides at NOW, with room for every offer. */
export async function ask(
  release: CompiledRelease,
  snapshot: AccountSnapshot = aSnapshot(),
  context: Partial<DecisionContext> = {},
  before: Before = NOTHING_BEFORE,
): Promise<DecisionOutcome> {
  return decide(release, snapshot, { context: { ...IN_APP, ...context }, first: Infinity, ...before }, NOW);
}

/** What became of each offer: `offered`, or its code. */
export function fates({ offers, suppressed }: DecisionOutcome): Record<string, string> {
  return Object.fromEntries([
    ...offers.map(({ offerKey }) => [offerKey, 'offered']),
    ...suppressed.map(({ offerKey, code }) => [offerKey, code]),
  ]) as Record<string, string>;
}

/** The one offer that is made; throws when there is none. */
export async function offerMade(...question: Parameters<typeof ask>): Promise<OfferRecommendation> {
  const outcome = await ask(...question);
  const [offer] = outcome.offers;
  if (offer === undefined) throw new Error(JSON.stringify(outcome.suppressed));
  return offer;
}
