/** Builds the facts of the question: where it is asked, with what intent, and for which feature. */
import type { DecisionContext } from '../decisions/decision';
import type { Account } from '../accounts/account';
import type { FactDraft } from './fact-draft';
import type { PlanIndex } from './plan-index';

/** What `context.intent` says when the caller stated none. */
const NO_INTENT = 'NONE';

/** Puts `context.*`. `featureGated` is false when no feature is named, absent when the account's plan is not known. */
export function putContextFacts(
  draft: FactDraft,
  context: DecisionContext,
  account: Account,
  plans: PlanIndex,
): void {
  draft.put('context.surface', context.surface);
  draft.put('context.placement', context.placement);
  draft.put('context.intent', context.intent ?? NO_INTENT);
  draft.put('context.feature', context.feature);
  draft.put('context.featureGated', isGated(context.feature, account, plans));
}

function isGated(feature: string | undefined, account: Account, plans: PlanIndex): boolean | undefined {
  if (feature === undefined) return false;
  const had = plans.featuresOf(account);
  return had === undefined ? undefined : !had.includes(feature) && plans.isSold(feature);
}
