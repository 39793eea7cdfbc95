/** Describes an offer that a signal speaks for, on its way through the stages. */
import type { Signal } from '../documents/kinds/vocabulary';
import type { RuleOf } from '../documents/kinds/rule-document';
import type { CompiledOffer } from './compiled-offer';
import type { SuppressedOffer } from './decision';

/** An offer with the rule that recommends it. */
export interface Candidate {
  readonly offer: CompiledOffer;
  readonly rule: RuleOf<'recommend-offer'>;
  readonly signal: Signal;
  /** Whether the buyer asked, so that the policy lifts what an ask lifts. */
  readonly asked: boolean;
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
