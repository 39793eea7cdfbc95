/** Bounds what a ledger remembers: two periods. */
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { LedgerCrossing, MetricLedger } from './metric-ledger';
import { dayOf, firstOfMonth, plusDays, sameDayLastMonth } from './utc-day';

/** Days with events that are kept: two months, or twice 30 days and a little. */
export const MEMORY_DAYS = 62;

/** First day that a calendar-month metric remembers: the first of the month before its newest event's. */
export const firstRememberedDay = (ledger: MetricLedger): string =>
  firstOfMonth(sameDayLastMonth(dayOf(ledger.last.at)));

/** The ledger without what no figure needs any more. Crossings of metrics that never reset are all kept. */
export function trimLedger(metric: Pick<MetricDocument, 'period'>, ledger: MetricLedger): MetricLedger {
  if (ledger.days.length === 0) return ledger;
  const days = ledger.days.slice(-MEMORY_DAYS);
  const firstCrossing = plusDays(dayOf(ledger.last.at), -MEMORY_DAYS);
  const recent = (crossing: LedgerCrossing) => dayOf(crossing.crossedAt) >= firstCrossing;
  return {
    ...ledger,
    days:
      metric.period === 'calendar-month' ? days.filter(({ day }) => day >= firstRememberedDay(ledger)) : days,
    crossings: metric.period === 'none' ? ledger.crossings : ledger.crossings.filter(recent),
  };
}
