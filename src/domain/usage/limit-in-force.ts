/** Finds what 100 % of a metric is for one account, and which thresholds watch it. */
import type { Account } from '../accounts/account';
import type { Threshold } from '../documents/kinds/plan-document';
import type { PlanIndex } from '../facts/plan-index';

/** The limit an account is held to right now. */
export interface LimitInForce {
  /** Key of the plan; null when the account has none. */
  readonly plan: string | null;
  /** Units, capacity add-ons included; null when unlimited or unknown. */
  readonly limit: number | null;
  readonly thresholds: readonly Threshold[];
}

/** The plan's limit and thresholds for one metric. Without a plan of the catalogue there are none. */
export function limitInForce(account: Account, metric: string, plans: PlanIndex): LimitInForce {
  const plan = plans.planOf(account);
  const watched = plan !== undefined && Object.hasOwn(plan.thresholds, metric);
  return {
    plan: account.plan ?? null,
    limit: plans.limitOn(plan, account, metric) ?? null,
    thresholds: watched ? (plan.thresholds[metric] ?? []) : [],
  };
}
