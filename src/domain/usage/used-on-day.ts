/** Reads the figure of a metric at the end of a day out of the ledger's days. */
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { DayUsage } from './metric-ledger';
import { stillCounts } from './usage-period';

type Counting = Pick<MetricDocument, 'aggregation' | 'period'>;

function rollingSum(days: readonly DayUsage[]): number {
  const stated = days.findLastIndex((day) => day.stated);
  const total = days.slice(Math.max(stated, 0)).reduce((sum, day) => sum + day.added, 0);
  return Math.max(0, total);
}

function figureOf(metric: Counting, days: readonly DayUsage[], newest: DayUsage): number {
  const rolling = metric.period === 'rolling-30d';
  if (metric.aggregation === 'sum' && rolling) return rollingSum(days);
  if (metric.aggregation !== 'max') return newest.level;
  return rolling ? Math.max(...days.map((day) => day.peak)) : newest.peak;
}

/** Units used in the period that contains `day`, as of its end; null when no event of that period is known. */
export function usedOnDay(metric: Counting, days: readonly DayUsage[], day: string): number | null {
  const counted = days.filter((each) => each.day <= day && stillCounts(metric.period, each.day, day));
  const newest = counted.at(-1);
  return newest === undefined ? null : figureOf(metric, counted, newest);
}
