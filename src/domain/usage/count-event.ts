/** Counts one usage event into a ledger: the one step that in-order arrival and replay share. */
import type { Timestamp } from '../accounts/account';
import type { MetricDocument } from '../documents/kinds/metric-document';
import type { LimitInForce } from './limit-in-force';
import type { DayUsage, MetricLedger } from './metric-ledger';
import { findCrossings, reaches } from './threshold-crossings';
import type { UsageEvent } from './usage-event';
import { stillCounts } from './usage-period';
import { usedOnDay } from './used-on-day';
import { dayOf } from './utc-day';

/** How a metric of one account is counted. */
export interface CountingRules {
  readonly metric: Pick<MetricDocument, 'aggregation' | 'period' | 'sustainedRatio'>;
  readonly inForce: LimitInForce;
}

/**
 * Since when use has been sustained, given since when it was before; null below the metric's `sustainedRatio`, without one,
 * and without a limit above 0.
 */
export function sustainedSince(
  rules: CountingRules,
  used: number,
  before: Timestamp | null,
  at: Timestamp,
): Timestamp | null {
  const ratio = rules.metric.sustainedRatio;
  if (ratio === undefined || !reaches(used, { ratio }, rules.inForce.limit)) return null;
  return before ?? at;
}

/** The last day if it still counts on the event's, else none: a new period starts from 0. */
function carriedDay(rules: CountingRules, days: readonly DayUsage[], day: string): DayUsage | null {
  const newest = days.at(-1);
  return newest !== undefined && stillCounts(rules.metric.period, newest.day, day) ? newest : null;
}

/** A day before its first event: the level carried over, and for peaks that are the period's the peak, too. */
function openDay(rules: CountingRules, carried: DayUsage | null, day: string): DayUsage {
  const fresh = { day, added: 0, stated: false, level: 0, peak: 0, sustainedSince: null };
  if (carried === null) return fresh;
  const peak = rules.metric.period === 'rolling-30d' ? 0 : carried.peak;
  return { ...fresh, level: carried.level, peak, sustainedSince: carried.sustainedSince };
}

function dayWithEvent(rules: CountingRules, carried: DayUsage | null, event: UsageEvent): DayUsage {
  const day = dayOf(event.at);
  const today = carried?.day === day ? carried : openDay(rules, carried, day);
  const set = event.kind === 'SET';
  const level = Math.max(0, event.value + (set ? 0 : today.level));
  return {
    ...today,
    added: event.value + (set ? 0 : today.added),
    stated: set || today.stated,
    level,
    peak: Math.max(today.peak, level),
  };
}

/** Days with the event counted, the sustained mark moved, and what is used after it. */
function countDay(rules: CountingRules, days: readonly DayUsage[], event: UsageEvent) {
  const day = dayOf(event.at);
  const counted = dayWithEvent(rules, carriedDay(rules, days, day), event);
  const before = days.at(-1)?.day === day ? days.slice(0, -1) : days;
  const used = usedOnDay(rules.metric, [...before, counted], day) ?? 0;
  const since = sustainedSince(rules, used, counted.sustainedSince, event.at);
  return { days: [...before, { ...counted, sustainedSince: since }], used };
}

/** The ledger with one more event, which must not be older than any counted. New crossings stand at the end. */
export function countEvent(rules: CountingRules, ledger: MetricLedger, event: UsageEvent): MetricLedger {
  const { days, used } = countDay(rules, ledger.days, event);
  const sighting = {
    period: rules.metric.period,
    used,
    at: event.at,
    armedSince: ledger.armed.since,
  };
  const crossed = findCrossings(sighting, rules.inForce, ledger.crossings);
  return {
    ...ledger,
    days,
    last: { at: event.at, id: event.id },
    crossings: [...ledger.crossings, ...crossed],
  };
}
