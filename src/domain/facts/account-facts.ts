/** Builds the facts an account tells about itself: who it is, what it pays for, what it uses. */
import type { AccountSnapshot } from '../accounts/account-snapshot';
import { milliseconds } from '../rules/operators/instant';
import type { FactDraft, FactSlots } from './fact-draft';
import type { PlanIndex } from './plan-index';
import { DAY_MS, daysSince } from './whole-days';

const RECENT_USE_DAYS = 30;
const NONE: readonly string[] = [];

/** The declared facts of accounts. */
export type AccountSlots = ReturnType<typeof accountSlots>;

/** Looks the facts of accounts up, once per release. */
export function accountSlots(slots: FactSlots) {
  return {
    name: slots.get('account.name'),
    status: slots.get('account.status'),
    segment: slots.get('account.segment'),
    industry: slots.get('account.industry'),
    country: slots.get('account.country'),
    region: slots.get('account.region'),
    currency: slots.get('account.currency'),
    billingInterval: slots.get('account.billingInterval'),
    plan: slots.get('account.plan'),
    planName: slots.get('account.planName'),
    planTier: slots.get('account.planTier'),
    planFamily: slots.get('account.planFamily'),
    planIsBase: slots.get('account.planIsBase'),
    daysPaid: slots.get('account.daysPaid'),
    daysOnPlan: slots.get('account.daysOnPlan'),
    daysSinceChurn: slots.get('account.daysSinceChurn'),
    features: slots.get('account.features'),
    addOns: slots.get('account.addOns'),
    featuresUsed: slots.get('account.featuresUsed'),
    hasOwner: slots.get('account.hasOwner'),
    lastResolvedAt: slots.get('support.lastResolvedAt'),
  };
}

/** Puts `account.*` and `support.*`. An unknown plan leaves the plan's own facts and the features absent. */
export function putAccountFacts(
  draft: FactDraft,
  { account, activity }: AccountSnapshot,
  slots: AccountSlots,
  plans: PlanIndex,
): void {
  draft.fill(slots.name, account.name);
  draft.fill(slots.status, account.status);
  draft.fill(slots.segment, account.segment);
  draft.fill(slots.industry, account.industry);
  draft.fill(slots.country, account.country);
  draft.fill(slots.region, account.region);
  draft.fill(slots.currency, account.currency);
  draft.fill(slots.billingInterval, account.billingInterval);
  putPlanFacts(draft, account.plan, slots, plans.planOf(account));
  putTenure(draft, account, slots);
  draft.fill(slots.features, plans.featuresOf(account));
  draft.fill(slots.addOns, ascending(account.addOns));
  draft.fill(slots.featuresUsed, recentlyUsed(activity.featuresUsed, draft.now));
  draft.fill(slots.hasOwner, account.owner !== undefined);
  draft.fill(slots.lastResolvedAt, activity.lastSupportResolutionAt);
}

function putPlanFacts(
  draft: FactDraft,
  key: string | undefined,
  slots: AccountSlots,
  plan: ReturnType<PlanIndex['planOf']>,
): void {
  draft.fill(slots.plan, key);
  if (plan === undefined) return;
  draft.fill(slots.planName, plan.name);
  draft.fill(slots.planTier, plan.tier);
  draft.fill(slots.planFamily, plan.family);
  draft.fill(slots.planIsBase, plan.base);
}

function putTenure(draft: FactDraft, account: AccountSnapshot['account'], slots: AccountSlots): void {
  const { paidSince, planSince, churnedAt } = account;
  if (paidSince !== undefined) draft.fill(slots.daysPaid, daysSince(paidSince, draft.now));
  if (planSince !== undefined) draft.fill(slots.daysOnPlan, daysSince(planSince, draft.now));
  if (churnedAt !== undefined) draft.fill(slots.daysSinceChurn, daysSince(churnedAt, draft.now));
}

function ascending(keys: readonly string[] = NONE): readonly string[] {
  return keys.length < 2 ? keys : [...keys].sort();
}

function recentlyUsed(uses: AccountSnapshot['activity']['featuresUsed'], now: number): readonly string[] {
  if (uses === undefined) return NONE;
  const since = now - RECENT_USE_DAYS * DAY_MS;
  const recent: string[] = [];
  for (const feature of Object.keys(uses)) {
    if (milliseconds(uses[feature] as string) >= since) recent.push(feature);
  }
  return ascending(recent);
}
