/** Builds the facts of usage: per metric, what is used, what the limit is, and how the two relate. */
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { PlanDocument } from '../documents/kinds/plan-document';
import type { MetricUsage, UsageMatrix } from '../usage/usage-matrix';
import { usageOnDay } from './current-usage';
import type { FactDraft, FactSlot } from './fact-draft';
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

/** A metric with its facts looked up, once per release; undefined where one is not declared. */
export interface UsageSlot {
  readonly metric: MetricDocument;
  readonly facts: Readonly<Record<Measure, FactSlot | undefined>>;
}

/** One slot per metric. */
export function usageSlots(
  metrics: ReadonlyMap<string, MetricDocument>,
  slots: ReadonlyMap<string, FactSlot>,
): readonly UsageSlot[] {
  return [...metrics.values()].map((metric) => ({
    metric,
    facts: Object.fromEntries(
      MEASURES.map((measure) => [measure, slots.get(`usage.${metric.key}.${measure}`)]),
    ) as UsageSlot['facts'],
  }));
}

/** Puts `usage.<metric>.*`. Limits are the catalogue's and do not age; what was measured ages from the metric's `asOf`. */
export function putUsageFacts(
  draft: FactDraft,
  { account, usage }: AccountSnapshot,
  slots: readonly UsageSlot[],
  plans: PlanIndex,
  maxAgeDays: number | undefined,
): void {
  const plan = plans.planOf(account);
  const lower = plan === undefined ? undefined : plans.lowerTier(plan);
  for (const slot of slots) {
    const { key } = slot.metric;
    const limit = plans.limitOn(plan, account, key);
    if (limit !== undefined) draft.fill(slot.facts.unlimited, limit === null);
    if (typeof limit === 'number') draft.fill(slot.facts.limit, limit);
    const reported = ownUsage(usage, key);
    if (reported === undefined) continue;
    const limits = { limit: limit ?? null, lower: lowerTierLimit(lower, key) };
    putMeasured(draft, slot, reported, limits, maxAgeDays);
  }
}

function ownUsage(usage: UsageMatrix, metric: string): MetricUsage | undefined {
  return Object.hasOwn(usage, metric) ? usage[metric] : undefined;
}

/** null: unlimited or not known. */
interface Limits {
  readonly limit: number | null;
  readonly lower: number | null;
}

function putMeasured(
  draft: FactDraft,
  { metric, facts }: UsageSlot,
  reported: MetricUsage,
  { limit, lower }: Limits,
  maxAgeDays: number | undefined,
): void {
  const { used, previous, sustainedSince, crossings } = usageOnDay(metric, reported, draft.today);
  const asOf = Date.parse(reported.asOf);
  draft.fillAged(facts.used, used, asOf, maxAgeDays);
  draft.fillAged(facts.ratio, ratioOf(used, limit), asOf, maxAgeDays);
  if (limit !== null) {
    draft.fillAged(facts.remaining, Math.max(0, limit - used), asOf, maxAgeDays);
    draft.fillAged(facts.over, Math.max(0, used - limit), asOf, maxAgeDays);
  }
  if (previous !== null && previous !== 0)
    draft.fillAged(facts.trend, (used - previous) / previous, asOf, maxAgeDays);
  const crossing = highestCrossing(crossings, limit);
  draft.fillAged(facts.threshold, crossing?.threshold, asOf, maxAgeDays);
  draft.fillAged(facts.crossedAt, crossing?.crossedAt, asOf, maxAgeDays);
  if (metric.sustainedRatio !== undefined)
    draft.fillAged(facts.sustainedDays, sustainedDays(sustainedSince, draft.now), asOf, maxAgeDays);
  draft.fillAged(facts.lowerTierRatio, ratioOf(used, lower), asOf, maxAgeDays);
}

function sustainedDays(since: string | null, now: number): number {
  return since === null ? 0 : Math.max(0, daysSince(since, now));
}

function ratioOf(used: number, limit: number | null): number | undefined {
  return limit === null || limit <= 0 ? undefined : used / limit;
}

function lowerTierLimit(lower: PlanDocument | undefined, metric: string): number | null {
  const limit = lower !== undefined && Object.hasOwn(lower.limits, metric) ? lower.limits[metric] : null;
  return limit ?? null;
}
