/** Builds the facts an account tells about itself: who it is, what it pays for, what it uses. */
import type { AccountActivity } from '../accounts/account';
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { FactDraft } from './fact-draft';
import type { PlanIndex } from './plan-index';
import { DAY_MS, daysSince } from './whole-days';

const RECENT_USE_DAYS = 30;

/** Members that are facts as they stand. */
const STATED = [
  ['account.name', 'name'],
  ['account.status', 'status'],
  ['account.segment', 'segment'],
  ['account.industry', 'industry'],
  ['account.country', 'country'],
  ['account.region', 'region'],
  ['account.currency', 'currency'],
  ['account.billingInterval', 'billingInterval'],
] as const;

/** Puts `account.*` and `support.*`. An unknown plan leaves the plan's own facts and the features absent. */
export function putAccountFacts(
  draft: FactDraft,
  { account, activity }: AccountSnapshot,
  plans: PlanIndex,
): void {
  for (const [name, member] of STATED) draft.put(name, account[member]);
  putPlanFacts(draft, account.plan, plans.planOf(account));
  putTenure(draft, account);
  draft.put('account.features', plans.featuresOf(account));
  draft.put('account.addOns', [...(account.addOns ?? [])].sort());
  draft.put('account.featuresUsed', recentlyUsed(activity, draft.now));
  draft.put('account.hasOwner', account.owner !== undefined);
  draft.put('support.lastResolvedAt', activity.lastSupportResolutionAt);
}

function putPlanFacts(
  draft: FactDraft,
  key: string | undefined,
  plan: ReturnType<PlanIndex['planOf']>,
): void {
  draft.put('account.plan', key);
  draft.put('account.planName', plan?.name);
  draft.put('account.planTier', plan?.tier);
  draft.put('account.planFamily', plan?.family);
  draft.put('account.planIsBase', plan?.base);
}

function putTenure(draft: FactDraft, account: AccountSnapshot['account']): void {
  const { paidSince, planSince, churnedAt } = account;
  if (paidSince !== undefined) draft.put('account.daysPaid', daysSince(paidSince, draft.now));
  if (planSince !== undefined) draft.put('account.daysOnPlan', daysSince(planSince, draft.now));
  if (churnedAt !== undefined) draft.put('account.daysSinceChurn', daysSince(churnedAt, draft.now));
}

function recentlyUsed(activity: AccountActivity, now: number): readonly string[] {
  const since = now - RECENT_USE_DAYS * DAY_MS;
  const uses = Object.entries(activity.featuresUsed ?? {});
  return uses
    .filter(([, at]) => Date.parse(at) >= since)
    .map(([feature]) => feature)
    .sort();
}
