/** Reads usage as it stands now: a period that has ended since the last report counts from nothing. */
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { MetricUsage } from '../usage/usage-matrix';
import { stillCounts } from '../usage/usage-period';
import { dayOf } from '../usage/utc-day';

/** The state of a metric at `now`: unchanged within its period, emptied after its end. `asOf` stays the last report's. */
export function currentUsage(metric: MetricDocument, usage: MetricUsage, now: number): MetricUsage {
  return metric.period === 'none' ? usage : usageOnDay(metric, usage, dayOf(new Date(now).toISOString()));
}

/** The same on a UTC day, YYYY-MM-DD. */
export function usageOnDay(metric: MetricDocument, usage: MetricUsage, today: string): MetricUsage {
  const reportedOn = dayOf(usage.asOf);
  if (reportedOn === today || stillCounts(metric.period, reportedOn, today)) return usage;
  return { ...usage, used: 0, previous: null, sustainedSince: null, crossings: [] };
}
