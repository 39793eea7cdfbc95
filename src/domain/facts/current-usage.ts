/** Reads usage as it stands now: a period that has ended since the last report counts from nothing. */
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { MetricUsage } from '../usage/usage-matrix';
import { CountingDay } from './counting-day';

/** The state of a metric at `now`: unchanged within its period, emptied after its end. `asOf` stays the last report's. */
export function currentUsage(metric: MetricDocument, usage: MetricUsage, now: number): MetricUsage {
  return metric.period === 'none' ? usage : usageOnDay(metric, usage, CountingDay.of(now));
}

/** The same on a UTC day. */
export function usageOnDay(metric: MetricDocument, usage: MetricUsage, today: CountingDay): MetricUsage {
  if (today.counts(metric.period, usage.asOf)) return usage;
  return { ...usage, used: 0, previous: null, sustainedSince: null, crossings: [] };
}
