/** Reads usage as it stands now: a period that has ended since the last report counts from nothing. */
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { MetricUsage } from '../usage/usage-matrix';
import { DAY_MS } from './whole-days';

/** The state of a metric at `now`: unchanged within its period, emptied after its end. `asOf` stays the last report's. */
export function currentUsage(metric: MetricDocument, usage: MetricUsage, now: number): MetricUsage {
  if (now < periodEnd(metric, usage)) return usage;
  return { ...usage, used: 0, previous: null, sustainedSince: null, crossings: [] };
}

/** When the period of the last report ends, in milliseconds; Infinity for metrics that never reset. */
function periodEnd(metric: MetricDocument, usage: MetricUsage): number {
  if (metric.period === 'none') return Infinity;
  if (metric.period === 'rolling-30d') return Date.parse(usage.asOf) + 30 * DAY_MS;
  const start = new Date(usage.periodStart ?? usage.asOf);
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1);
}
