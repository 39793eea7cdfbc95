/** Draws from a ledger what decisions read of a metric. */
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { MetricLedger } from './metric-ledger';
import { firstDayOfPeriod, onePeriodEarlier, stillCounts } from './usage-period';
import type { Crossing, MetricUsage } from './usage-matrix';
import { usedOnDay } from './used-on-day';
import { dayOf, startOfDay } from './utc-day';

type Counting = Pick<MetricDocument, 'aggregation' | 'period'>;

function crossingsOfPeriod(metric: Counting, ledger: MetricLedger, day: string): readonly Crossing[] {
  return ledger.crossings
    .filter((crossing) => stillCounts(metric.period, dayOf(crossing.crossedAt), day))
    .map(({ threshold, crossedAt }) => ({ threshold, crossedAt }))
    .toSorted((a, b) => Date.parse(a.crossedAt) - Date.parse(b.crossedAt));
}

/** The state as of the newest event counted; the ledger must hold at least one. */
export function summariseLedger(metric: Counting, ledger: MetricLedger): MetricUsage {
  const day = dayOf(ledger.last.at);
  const first = firstDayOfPeriod(metric.period, day);
  return {
    used: usedOnDay(metric, ledger.days, day) ?? 0,
    periodStart: first === null ? null : startOfDay(first),
    asOf: ledger.last.at,
    previous: usedOnDay(metric, ledger.days, onePeriodEarlier(metric.period, day)),
    sustainedSince: ledger.days.at(-1)?.sustainedSince ?? null,
    crossings: crossingsOfPeriod(metric, ledger, day),
  };
}
