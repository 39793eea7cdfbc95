/** Builds the facts of the question: where it is asked, with what intent, and for which feature. */
import type { DecisionContext } from '../decisions/decision';
import type { Account } from '../accounts/account';
import type { FactDraft, FactSlots } from './fact-draft';
import type { PlanIndex } from './plan-index';

/** What `context.intent` says when the caller stated none. */
const NO_INTENT = 'NONE';

/** The declared facts of the question. */
export type ContextSlots = ReturnType<typeof contextSlots>;

/** Looks the facts of the question up, once per release. */
export function contextSlots(slots: FactSlots) {
  return {
    surface: slots.get('context.surface'),
    placement: slots.get('context.placement'),
    intent: slots.get('context.intent'),
    feature: slots.get('context.feature'),
    featureGated: slots.get('context.featureGated'),
  };
}

/** Puts `context.*`. `featureGated` is false when no feature is named, absent when the account's plan is not known. */
export function putContextFacts(
  draft: FactDraft,
  context: DecisionContext,
  account: Account,
  slots: ContextSlots,
  plans: PlanIndex,
): void {
  draft.fill(slots.surface, context.surface);
  draft.fill(slots.placement, context.placement);
  draft.fill(slots.intent, context.intent ?? NO_INTENT);
  draft.fill(slots.feature, context.feature);
  draft.fill(slots.featureGated, isGated(context.feature, account, plans));
}

function isGated(feature: string | undefined, account: Account, plans: PlanIndex): boolean | undefined {
  if (feature === undefined) return false;
  const had = plans.featuresOf(account);
  return had === undefined ? undefined : !had.includes(feature) && plans.isSold(feature);
}
