/** Decides on one account by both releases, as if it looked at the product now; nothing is recorded. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { decide, type DecisionRequest } from '../../domain/decisions/decide';
import type { HandoffLoad } from '../../domain/responses/handoff-load';
import type { ComparedOutcome, Sides } from '../../domain/simulations/compared-outcome';
import type { Subject } from '../decide/subject';
import type { SimulationInput } from './simulate-ports';

/** What both sides are asked with. */
export interface Comparison {
  readonly releases: Sides<CompiledRelease>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly handoffs: (owner: string | undefined) => HandoffLoad;
}

/** In the app, without a stated intent, the account as the user, at most as many offers as the API gives by default. */
const ASKED = {
  context: { surface: 'IN_APP' },
  userId: null,
  first: 3,
  beside: ['tasks'],
} as const satisfies Omit<DecisionRequest, 'history'>;

/** The same clock, the same history and the same load for both. */
export async function compareAccount(
  { releases, now, handoffs }: Comparison,
  { snapshot, history }: Subject,
): Promise<Sides<ComparedOutcome>> {
  const request = { ...ASKED, history, handoffs: handoffs(snapshot.account.owner) };
  return {
    before: await decide(releases.before, snapshot, request, now),
    after: await decide(releases.after, snapshot, request, now),
  };
}

/** The load by owner as it was pinned. */
export function pinnedHandoffs({ byOwner, byOffer }: SimulationInput['handoffs']): Comparison['handoffs'] {
  const [owners, ofOffer] = [new Map(byOwner), new Map(byOffer)];
  return (owner) => ({ ofOwner: owner === undefined ? 0 : (owners.get(owner) ?? 0), ofOffer });
}
