/** Works out the usage of an account whose usage, plan or add-ons are overridden: what is used now, and which thresholds that reaches. */
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { CompiledRelease } from '../decisions/compiled-release';
import type { MetricDocument } from '../documents/kinds/metric-document';
import { limitInForce, type LimitInForce } from '../usage/limit-in-force';
import { reachedThresholds, sameThreshold } from '../usage/threshold-crossings';
import type { Crossing, MetricUsage, UsageMatrix } from '../usage/usage-matrix';
import { firstDayOfPeriod } from '../usage/usage-period';
import { dayOf, startOfDay } from '../usage/utc-day';
import type { FactOverrides } from './override-facts';

/** What decides which thresholds are in force. */
const LIMITING = ['account.plan', 'account.addOns'];

/** `snapshot` holds the overridden account; its usage is still as it was reported. */
export function overriddenUsage(
  release: CompiledRelease,
  { account, usage }: AccountSnapshot,
  overrides: FactOverrides,
  now: number,
): UsageMatrix {
  const at = new Date(now).toISOString();
  const isLimitedAnew = LIMITING.some((fact) => overrides.has(fact));
  const matrix = new Map(Object.entries(usage));
  for (const metric of release.documents.metric.values()) {
    const used = overrides.get(`usage.${metric.key}.used`);
    const before = matrix.get(metric.key);
    const inForce = limitInForce(account, metric.key, release.plans);
    if (used === null) matrix.delete(metric.key);
    else if (typeof used === 'number') matrix.set(metric.key, usageOf(metric, used, before, inForce, at));
    else if (before !== undefined && isLimitedAnew)
      matrix.set(metric.key, { ...before, crossings: crossingsOf(before.used, before, inForce, at) });
  }
  return Object.fromEntries(matrix);
}

function usageOf(
  metric: MetricDocument,
  used: number,
  before: MetricUsage | undefined,
  inForce: LimitInForce,
  at: string,
): MetricUsage {
  const first = firstDayOfPeriod(metric.period, dayOf(at));
  return {
    used,
    periodStart: first === null ? null : startOfDay(first),
    asOf: at,
    previous: before?.previous ?? null,
    sustainedSince: isSustained(metric, used, inForce) ? (before?.sustainedSince ?? at) : null,
    crossings: crossingsOf(used, before, inForce, at),
  };
}

function isSustained({ sustainedRatio }: MetricDocument, used: number, { limit }: LimitInForce): boolean {
  return sustainedRatio !== undefined && limit !== null && limit > 0 && used / limit >= sustainedRatio;
}

function crossingsOf(
  used: number,
  before: MetricUsage | undefined,
  inForce: LimitInForce,
  at: string,
): readonly Crossing[] {
  return reachedThresholds(used, inForce).map((threshold) => {
    const recorded = before?.crossings.find((crossing) => sameThreshold(crossing.threshold, threshold));
    return recorded ?? { threshold, crossedAt: at };
  });
}
