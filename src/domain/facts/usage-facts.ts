/** Builds the facts of usage: per metric, what is used, what the limit is, and how the two relate. */
import type { Account } from '../accounts/account';
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { MetricUsage, UsageMatrix } from '../usage/usage-matrix';
import { currentUsage } from './current-usage';
import type { FactDraft } from './fact-draft';
import { highestCrossing } from './highest-crossing';
import type { PlanIndex } from './plan-index';
import { daysSince } from './whole-days';

const MEASURES = [
  'used',
  'limit',
  'ratio',
  'remaining',
  'over',
  'unlimited',
  'trend',
  'threshold',
  'crossedAt',
  'sustainedDays',
  'lowerTierRatio',
] as const;
type Measure = (typeof MEASURES)[number];

/** A metric with the names of its facts spelled out, once per release. */
export interface UsageSlot {
  readonly metric: MetricDocument;
  readonly names: Readonly<Record<Measure, string>>;
}

/** One slot per metric. */
export function usageSlots(metrics: ReadonlyMap<string, MetricDocument>): readonly UsageSlot[] {
  return [...metrics.values()].map((metric) => ({
    metric,
    names: Object.fromEntries(
      MEASURES.map((measure) => [measure, `usage.${metric.key}.${measure}`]),
    ) as UsageSlot['names'],
  }));
}

/** Puts `usage.<metric>.*`. Limits are the catalogue's and do not age; what was measured ages from the metric's `asOf`. */
export function putUsageFacts(
  draft: FactDraft,
  snapshot: AccountSnapshot,
  slots: readonly UsageSlot[],
  plans: PlanIndex,
  maxAgeDays: number | undefined,
): void {
  for (const slot of slots) {
    const limit = plans.limitOn(plans.planOf(snapshot.account), snapshot.account, slot.metric.key);
    if (limit !== undefined) draft.put(slot.names.unlimited, limit === null);
    if (typeof limit === 'number') draft.put(slot.names.limit, limit);
    const reported = ownUsage(snapshot.usage, slot.metric.key);
    if (reported === undefined) continue;
    const usage = currentUsage(slot.metric, reported, draft.now);
    const lower = lowerTierLimit(plans, snapshot.account, slot.metric.key);
    const measured = { ...againstLimit(usage, limit ?? null), ...overTime(slot.metric, usage, draft.now) };
    putMeasured(
      draft,
      slot,
      reported,
      { ...measured, lowerTierRatio: ratioOf(usage.used, lower) },
      maxAgeDays,
    );
  }
}

function ownUsage(usage: UsageMatrix, metric: string): MetricUsage | undefined {
  return Object.hasOwn(usage, metric) ? usage[metric] : undefined;
}

function putMeasured(
  draft: FactDraft,
  slot: UsageSlot,
  reported: MetricUsage,
  measured: Readonly<Partial<Record<Measure, unknown>>>,
  maxAgeDays: number | undefined,
): void {
  const asOf = Date.parse(reported.asOf);
  for (const measure of MEASURES) {
    const value = measured[measure];
    if (value !== undefined) draft.putAged(slot.names[measure], value, asOf, maxAgeDays);
  }
}

function againstLimit(usage: MetricUsage, limit: number | null): Partial<Record<Measure, unknown>> {
  const crossing = highestCrossing(usage.crossings, limit);
  return {
    used: usage.used,
    ratio: ratioOf(usage.used, limit),
    remaining: limit === null ? undefined : Math.max(0, limit - usage.used),
    over: limit === null ? undefined : Math.max(0, usage.used - limit),
    threshold: crossing?.threshold,
    crossedAt: crossing?.crossedAt,
  };
}

function overTime(
  metric: MetricDocument,
  usage: MetricUsage,
  now: number,
): Partial<Record<Measure, unknown>> {
  const { previous, sustainedSince, used } = usage;
  return {
    trend: previous === null || previous === 0 ? undefined : (used - previous) / previous,
    sustainedDays: metric.sustainedRatio === undefined ? undefined : sustainedDays(sustainedSince, now),
  };
}

function sustainedDays(since: string | null, now: number): number {
  return since === null ? 0 : Math.max(0, daysSince(since, now));
}

function ratioOf(used: number, limit: number | null): number | undefined {
  return limit === null || limit <= 0 ? undefined : used / limit;
}

function lowerTierLimit(plans: PlanIndex, account: Account, metric: string): number | null {
  const plan = plans.planOf(account);
  const lower = plan === undefined ? undefined : plans.lowerTier(plan);
  const limit = lower !== undefined && Object.hasOwn(lower.limits, metric) ? lower.limits[metric] : null;
  return limit ?? null;
}
