/** Builds the facts of usage: per metric, what is used, what the limit is, and how the two relate. */
import type { AccountSnapshot } from '../accounts/account-snapshot';
import type { DocumentSet } from '../documents/document-set';
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { PlanDocument } from '../documents/kinds/plan-document';
import type { MetricUsage, UsageMatrix } from '../usage/usage-matrix';
import { CountingDay } from './counting-day';
import { usageOnDay } from './current-usage';
import { agedSlot, type AgedSlot, type FactDraft, type FactSlots } from './fact-draft';
import { highestCrossing } from './highest-crossing';
import type { PlanIndex } from './plan-index';
import { daysSince } from './whole-days';
import { milliseconds } from '../rules/operators/instant';

/** A metric with its facts looked up, once per release. */
interface UsageSlot {
  readonly metric: MetricDocument;
  readonly facts: ReturnType<typeof factsOf>;
}

/** What a plan allows of each metric, in the order of the metrics: null is unlimited, undefined not known. */
interface PlanLimits {
  readonly own: readonly (number | null | undefined)[];
  /** On the next lower tier; null: unlimited or not known. */
  readonly lower: readonly (number | null)[];
}

/** The declared facts of usage, and what plans allow. */
export interface UsageSlots {
  readonly metrics: readonly UsageSlot[];
  readonly limits: ReadonlyMap<string, PlanLimits>;
}

/** Looks the facts of usage up, once per release. */
export function usageSlots(
  { metric, plan }: Pick<DocumentSet, 'metric' | 'plan'>,
  slots: FactSlots,
  plans: PlanIndex,
  maxAgeDays: number | undefined,
): UsageSlots {
  const metrics = [...metric.values()];
  return {
    metrics: metrics.map((document) => ({
      metric: document,
      facts: factsOf(document.key, slots, maxAgeDays),
    })),
    limits: new Map([...plan].map(([key, document]) => [key, limitsOf(document, metrics, plans)])),
  };
}

/** Limits are the catalogue's and do not age. */
function factsOf(metric: string, slots: FactSlots, maxAgeDays: number | undefined) {
  const slot = (measure: string) => slots.get(`usage.${metric}.${measure}`);
  const aged = (measure: string): AgedSlot | undefined => agedSlot(slot(measure), maxAgeDays);
  return {
    unlimited: slot('unlimited'),
    limit: slot('limit'),
    used: aged('used'),
    ratio: aged('ratio'),
    remaining: aged('remaining'),
    over: aged('over'),
    trend: aged('trend'),
    threshold: aged('threshold'),
    crossedAt: aged('crossedAt'),
    sustainedDays: aged('sustainedDays'),
    lowerTierRatio: aged('lowerTierRatio'),
  };
}

function limitsOf(plan: PlanDocument, metrics: readonly MetricDocument[], plans: PlanIndex): PlanLimits {
  const lower = plans.lowerTier(plan);
  return {
    own: metrics.map(({ key }) => limitOf(plan, key)),
    lower: metrics.map(({ key }) => (lower === undefined ? null : (limitOf(lower, key) ?? null))),
  };
}

function limitOf({ limits }: PlanDocument, metric: string): number | null | undefined {
  return Object.hasOwn(limits, metric) ? limits[metric] : undefined;
}

/** Puts `usage.<metric>.*`; what was measured ages from the metric's `asOf`. */
export function putUsageFacts(
  draft: FactDraft,
  { account, usage }: AccountSnapshot,
  { metrics, limits }: UsageSlots,
  plans: PlanIndex,
): void {
  const allowed = account.plan === undefined ? undefined : limits.get(account.plan);
  const today = CountingDay.of(draft.now);
  for (let at = 0; at < metrics.length; at++) {
    const slot = metrics[at] as UsageSlot;
    const { key } = slot.metric;
    const listed = allowed?.own[at];
    const limit = typeof listed === 'number' ? listed + plans.capacityOf(account, key) : listed;
    if (limit !== undefined) draft.fill(slot.facts.unlimited, limit === null);
    if (typeof limit === 'number') draft.fill(slot.facts.limit, limit);
    const reported = ownUsage(usage, key);
    if (reported === undefined) continue;
    putMeasured(draft, slot, usageOnDay(slot.metric, reported, today), {
      limit: limit ?? null,
      lower: allowed?.lower[at] ?? null,
    });
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
  { used, previous, sustainedSince, crossings, asOf }: MetricUsage,
  { limit, lower }: Limits,
): void {
  const age = draft.now - milliseconds(asOf);
  draft.fillAged(facts.used, used, age);
  draft.fillAged(facts.ratio, ratioOf(used, limit), age);
  if (limit !== null) {
    draft.fillAged(facts.remaining, Math.max(0, limit - used), age);
    draft.fillAged(facts.over, Math.max(0, used - limit), age);
  }
  if (previous !== null && previous !== 0) draft.fillAged(facts.trend, (used - previous) / previous, age);
  const crossing = highestCrossing(crossings, limit);
  if (crossing !== undefined) {
    draft.fillAged(facts.threshold, crossing.threshold, age);
    draft.fillAged(facts.crossedAt, crossing.crossedAt, age);
  }
  if (metric.sustainedRatio !== undefined)
    draft.fillAged(facts.sustainedDays, sustainedDays(sustainedSince, draft.now), age);
  draft.fillAged(facts.lowerTierRatio, ratioOf(used, lower), age);
}

function sustainedDays(since: string | null, now: number): number {
  return since === null ? 0 : Math.max(0, daysSince(since, now));
}

function ratioOf(used: number, limit: number | null): number | undefined {
  return limit === null || limit <= 0 ? undefined : used / limit;
}
