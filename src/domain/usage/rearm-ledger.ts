/** Holds a ledger against a limit that has changed: another plan, another capacity, another release. */
import type { Timestamp } from '../accounts/account';
import { sustainedSince, type CountingRules } from './count-event';
import type { LedgerCrossing, MetricLedger } from './metric-ledger';
import { findCrossings, reaches } from './threshold-crossings';
import { stillCounts } from './usage-period';
import { usedOnDay } from './used-on-day';
import { dayOf } from './utc-day';

/** A ledger held against a new limit, and the crossings to record for it. */
export interface RearmedLedger {
  readonly ledger: MetricLedger;
  readonly crossings: readonly LedgerCrossing[];
}

const isArmed = ({ inForce }: CountingRules, { armed }: MetricLedger): boolean =>
  armed.plan === inForce.plan && armed.limit === inForce.limit;

function withNewLimit(rules: CountingRules, ledger: MetricLedger): MetricLedger {
  const { plan, limit } = rules.inForce;
  return { ...ledger, armed: { plan, limit, since: ledger.last.at } };
}

/** Crossings that the new limit leaves standing; the others are armed again. */
function standing(rules: CountingRules, ledger: MetricLedger, used: number): readonly LedgerCrossing[] {
  const day = dayOf(ledger.last.at);
  return ledger.crossings.filter(
    (crossing) =>
      !stillCounts(rules.metric.period, dayOf(crossing.crossedAt), day) ||
      reaches(used, crossing.threshold, rules.inForce.limit),
  );
}

/** The days with the sustained mark of the newest moved to the new limit. */
function withSustainedMark(rules: CountingRules, ledger: MetricLedger, used: number, at: Timestamp) {
  const newest = ledger.days.at(-1);
  if (newest === undefined) return ledger.days;
  const since = sustainedSince(rules, used, newest.sustainedSince, at);
  return [...ledger.days.slice(0, -1), { ...newest, sustainedSince: since }];
}

/**
 * Makes the limit in force the one that crossings are found against, when it is not already. `changedAt` is when it
 * changed: thresholds that present usage reaches under the new limit are crossed then, those it no longer reaches are armed
 * again, and those it still reaches stay recorded as they are. A period that had ended by then is left as it was.
 */
export function rearmLedger(rules: CountingRules, ledger: MetricLedger, changedAt: Timestamp): RearmedLedger {
  if (isArmed(rules, ledger)) return { ledger, crossings: [] };
  const at = changedAt > ledger.last.at ? changedAt : ledger.last.at;
  const rearmed = withNewLimit(rules, ledger);
  if (!stillCounts(rules.metric.period, dayOf(ledger.last.at), dayOf(at)))
    return { ledger: rearmed, crossings: [] };
  const used = usedOnDay(rules.metric, ledger.days, dayOf(at)) ?? 0;
  const kept = standing(rules, ledger, used);
  const sighting = { period: rules.metric.period, used, at, armedSince: rearmed.armed.since };
  const crossings = findCrossings(sighting, rules.inForce, kept);
  const days = withSustainedMark(rules, ledger, used, at);
  return { ledger: { ...rearmed, days, crossings: [...kept, ...crossings] }, crossings };
}
