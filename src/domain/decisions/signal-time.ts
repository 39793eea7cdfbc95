/** Says when the signal that speaks for an offer came about, so that a no waits for a newer one (requirement R2). */
import type { Timestamp } from '../accounts/account';
import { currentUsage } from '../facts/current-usage';
import { isRequestSignal } from '../responses/showing';
import type { MetricUsage } from '../usage/usage-matrix';
import type { RecommendingRule } from './compiled-stages';
import type { Situation } from './situation';

/**
 * A request is its own signal: what the buyer asks or reaches for comes about now. Usage signals came about with the metric's
 * newest crossing, or with the start of the period or of the sustained use they were counted in; a signal without a metric
 * with the newest crossing of all, or with the churn. Null when nothing tells.
 */
export function signalTime(situation: Situation, { rule, signal }: RecommendingRule): Timestamp | null {
  const { facts, account } = situation;
  if (isRequestSignal(signal)) return new Date(facts.now).toISOString();
  const { metric } = rule.event.params;
  if (metric !== undefined) return metricTime(situation, metric);
  const crossings = Object.keys(situation.usage).map((key) => newestCrossing(usageOf(situation, key)));
  return newest([...crossings, account.churnedAt ?? null]);
}

function metricTime(situation: Situation, metric: string): Timestamp | null {
  const usage = usageOf(situation, metric);
  if (usage === undefined) return null;
  const crossed = newest([newestCrossing(usage), usage.sustainedSince]);
  return crossed ?? usage.periodStart;
}

function usageOf({ usage, release, facts }: Situation, key: string): MetricUsage | undefined {
  const metric = release.documents.metric.get(key);
  const reported = Object.hasOwn(usage, key) ? usage[key] : undefined;
  return metric === undefined || reported === undefined
    ? undefined
    : currentUsage(metric, reported, facts.now);
}

function newestCrossing(usage: MetricUsage | undefined): Timestamp | null {
  return newest((usage?.crossings ?? []).map(({ crossedAt }) => crossedAt));
}

function newest(moments: readonly (Timestamp | null)[]): Timestamp | null {
  return moments.reduce(
    (last, moment) => (moment !== null && (last === null || moment > last) ? moment : last),
    null,
  );
}
