/** Describes an offer that a signal speaks for, on its way through the stages. */
import type { RecommendingRule } from './compiled-stages';
import type { SuppressedOffer } from './decision';

/** An offer with the rule that recommends it. */
export interface Candidate extends RecommendingRule {
  /** Whether the buyer asked, so that the policy lifts what an ask lifts. */
  readonly asked: boolean;
  readonly score: number;
}

/** Makes the record of an offer that a stage drops. */
export function drop(
  offerKey: string,
  stage: SuppressedOffer['stage'],
  code: SuppressedOffer['code'],
  message: string,
): SuppressedOffer {
  return { offerKey, stage, code, message };
}
