/** Says where a metric's period begins and what lies one period back. */
import type { MetricPeriod } from '../documents/kinds/metric-document';
import { firstOfMonth, plusDays, sameDayLastMonth } from './utc-day';

/** Days of a rolling period, the current one included. */
const ROLLING_DAYS = 30;

/** First day of the period that contains `day`; null for metrics that never reset. */
export function firstDayOfPeriod(period: MetricPeriod, day: string): string | null {
  if (period === 'none') return null;
  return period === 'calendar-month' ? firstOfMonth(day) : plusDays(day, 1 - ROLLING_DAYS);
}

/** Whether what was counted on the earlier day still counts on the later one. */
export function stillCounts(period: MetricPeriod, earlier: string, later: string): boolean {
  const first = firstDayOfPeriod(period, later);
  return first === null || earlier >= first;
}

/** The day at the same point one period earlier; 30 days earlier for metrics that never reset. */
export const onePeriodEarlier = (period: MetricPeriod, day: string): string =>
  period === 'calendar-month' ? sameDayLastMonth(day) : plusDays(day, -ROLLING_DAYS);
