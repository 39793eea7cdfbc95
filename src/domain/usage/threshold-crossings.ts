/** Decides which thresholds usage has crossed that were not recorded before (requirement S9). */
import type { Timestamp } from '../accounts/account';
import type { MetricPeriod } from '../documents/kinds/metric-document';
import type { Threshold } from '../documents/kinds/plan-document';
import type { LimitInForce } from './limit-in-force';
import type { LedgerCrossing } from './metric-ledger';
import { firstDayOfPeriod, stillCounts } from './usage-period';
import { dayOf, startOfDay } from './utc-day';

/** Compares two thresholds by value: 0.9 of the limit is not 0.9 units. */
export const sameThreshold = (a: Threshold, b: Threshold): boolean =>
  'ratio' in a ? 'ratio' in b && a.ratio === b.ratio : 'absolute' in b && a.absolute === b.absolute;

/**
 * Whether usage is at or above a threshold. Ratios divide, as the ratio fact does, so that both always agree; they are never
 * reached without a limit or with a limit of 0. Usage of 0 reaches nothing.
 */
export function reaches(used: number, threshold: Threshold, limit: number | null): boolean {
  if (used <= 0) return false;
  if ('absolute' in threshold) return used >= threshold.absolute;
  return limit !== null && limit > 0 && used / limit >= threshold.ratio;
}

/** The thresholds that usage is at or above, as the plan lists them. */
export const reachedThresholds = (
  used: number,
  { thresholds, limit }: Pick<LimitInForce, 'thresholds' | 'limit'>,
): readonly Threshold[] => thresholds.filter((threshold) => reaches(used, threshold, limit));

/** Whether both moments lie in one period; in a rolling one, within its length of each other. */
function inOnePeriod(period: MetricPeriod, one: Timestamp, other: Timestamp): boolean {
  const [earlier, later] = one < other ? [one, other] : [other, one];
  return stillCounts(period, dayOf(earlier), dayOf(later));
}

/** Start of what a crossing at `at` is recorded once for: the period, or the limit where that came into force later. */
export function crossingPeriodStart(
  period: MetricPeriod,
  at: Timestamp,
  armedSince: Timestamp | null,
): Timestamp | null {
  const first = firstDayOfPeriod(period, dayOf(at));
  const start = first === null ? null : startOfDay(first);
  return start === null || (armedSince ?? '') > start ? armedSince : start;
}

/** One look at usage: how much, when, and since when the limit is in force. */
export interface Sighting {
  readonly period: MetricPeriod;
  readonly used: number;
  readonly at: Timestamp;
  readonly armedSince: Timestamp | null;
}

/**
 * Every threshold that usage has reached and that is not yet among those recorded for the period, as documented by the
 * plan: a jump over several gives each. A look from before the limit was in force finds none.
 */
export function findCrossings(
  sighting: Sighting,
  inForce: LimitInForce,
  recorded: readonly LedgerCrossing[],
): readonly LedgerCrossing[] {
  const { period, used, at, armedSince } = sighting;
  if (at < (armedSince ?? '')) return [];
  const known = recorded.filter((crossing) => inOnePeriod(period, crossing.crossedAt, at));
  return reachedThresholds(used, inForce)
    .filter((threshold) => !known.some((crossing) => sameThreshold(crossing.threshold, threshold)))
    .map((threshold) => ({
      threshold,
      crossedAt: at,
      periodStart: crossingPeriodStart(period, at, armedSince),
    }));
}
