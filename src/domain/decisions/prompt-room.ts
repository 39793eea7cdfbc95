/** Gives out the prompts that caps leave room for, so that everything a decision makes may be shown (requirement R1). */
import type { Past } from '../responses/hold';
import { surplusHold } from '../responses/holds';
import { drop } from './candidate';
import type { OfferRecommendation, SuppressedOffer } from './decision';

/** What room is given by. */
type Claimant = Pick<OfferRecommendation, 'offerKey' | 'signal'>;

/** The offer suppressed with its cap's code when offers ahead of it take the last room; undefined when it has room. */
export type PromptRoom = (offer: Claimant, ahead: readonly Claimant[]) => SuppressedOffer | undefined;

/** The room of one user at one moment. Asks that lift a cap go through it, and take room from those that come after. */
export function promptRoom(past: Past, userId: string | null): PromptRoom {
  return ({ offerKey, signal }, ahead) => {
    if (ahead.length === 0) return undefined;
    const others = ahead.map((other) => ({ userId, offerKey: other.offerKey }));
    const hold = surplusHold(past, { userId, offerKey, signal }, others);
    return hold && drop(offerKey, 'guardrail', hold.code, hold.message);
  };
}
