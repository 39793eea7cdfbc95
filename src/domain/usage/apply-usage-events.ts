/** Brings usage events into a metric's state, whatever the order in which they arrive. */
import type { Timestamp } from '../accounts/account';
import { countEvent, type CountingRules } from './count-event';
import { byPosition } from './event-position';
import { firstRememberedDay, MEMORY_DAYS, trimLedger } from './ledger-memory';
import type { LedgerCrossing, MetricLedger } from './metric-ledger';
import { rearmLedger, type RearmedLedger } from './rearm-ledger';
import { summariseLedger } from './summarise-ledger';
import type { UsageEvent } from './usage-event';
import type { MetricUsage } from './usage-matrix';
import { dayOf, startOfDay } from './utc-day';

/** A metric after its events: what to store, what decisions read, and the crossings to record. */
export interface AppliedUsage {
  readonly ledger: MetricLedger;
  readonly usage: MetricUsage;
  readonly crossings: readonly LedgerCrossing[];
}

/** Some event came late: `replayUsage` needs every event of the metric from this time on; null: from the first. */
export interface ReplayNeeded {
  readonly replay: { readonly from: Timestamp | null };
}

const emptyLedger = ({ inForce }: CountingRules): MetricLedger => ({
  days: [],
  last: { at: '', id: '' },
  crossings: [],
  armed: { plan: inForce.plan, limit: inForce.limit, since: null },
});

/** Whether an event lies before the two months that a calendar-month metric remembers: it moves no figure any more. */
function isForgotten(rules: CountingRules, ledger: MetricLedger, event: UsageEvent): boolean {
  if (rules.metric.period !== 'calendar-month' || ledger.days.length === 0) return false;
  return dayOf(event.at) < firstRememberedDay(ledger);
}

/** Where a replay starts: on the late event's day, or at the first event when the state before that day is forgotten. */
function replayFrom(rules: CountingRules, ledger: MetricLedger, late: UsageEvent): Timestamp | null {
  const day = dayOf(late.at);
  const forgets = rules.metric.period !== 'calendar-month' && ledger.days.length >= MEMORY_DAYS;
  return forgets && day <= (ledger.days[0]?.day ?? '') ? null : startOfDay(day);
}

/** Counts events in order on top of a ledger that holds none later. */
function countInOrder(
  rules: CountingRules,
  { ledger, crossings }: RearmedLedger,
  events: readonly UsageEvent[],
): AppliedUsage {
  const counted = events.reduce((state, event) => countEvent(rules, state, event), ledger);
  const trimmed = trimLedger(rules.metric, counted);
  return {
    ledger: trimmed,
    usage: summariseLedger(rules.metric, trimmed),
    crossings: [...crossings, ...counted.crossings.slice(ledger.crossings.length)],
  };
}

/**
 * Counts new events, in any order among themselves. When none is older than the newest counted this needs nothing else;
 * otherwise it answers from when on `replayUsage` needs the stored events. Events counted before must not be passed again.
 */
export function applyUsageEvents(
  rules: CountingRules,
  ledger: MetricLedger | null,
  events: readonly UsageEvent[],
): AppliedUsage | ReplayNeeded {
  const known = ledger ?? emptyLedger(rules);
  const fresh = events.filter((event) => !isForgotten(rules, known, event)).toSorted(byPosition);
  const first = fresh[0];
  if (first !== undefined && byPosition(first, known.last) < 0)
    return { replay: { from: replayFrom(rules, known, first) } };
  return countInOrder(rules, rearmLedger(rules, known, known.last.at), fresh);
}

/**
 * Counts the events from `from` on again, over what the ledger knew before that day. `events` are all of them, stored and
 * new, in any order, each once. The figures become those of in-order arrival; crossings once recorded stay as recorded.
 */
export function replayUsage(
  rules: CountingRules,
  ledger: MetricLedger | null,
  events: readonly UsageEvent[],
  from: Timestamp | null,
): AppliedUsage {
  const known = ledger ?? emptyLedger(rules);
  const rearmed = rearmLedger(rules, known, known.last.at);
  const days = rearmed.ledger.days.filter(({ day }) => from !== null && day < dayOf(from));
  const relevant = events.filter(({ at }) => from === null || at >= from).toSorted(byPosition);
  return countInOrder(rules, { ...rearmed, ledger: { ...rearmed.ledger, days } }, relevant);
}
