/** Builds metrics, limits and events for the tests of usage. */
import {
  applyUsageEvents,
  replayUsage,
  type AppliedUsage,
} from '../../../src/domain/usage/apply-usage-events';
import type { CountingRules } from '../../../src/domain/usage/count-event';
import type { LimitInForce } from '../../../src/domain/usage/limit-in-force';
import type { UsageEvent } from '../../../src/domain/usage/usage-event';

export const thresholds = [{ ratio: 0.8 }, { ratio: 0.9 }, { ratio: 1 }, { absolute: 120 }];

/** Rules for a limit of 100 with four thresholds, unless told otherwise. */
export const rulesFor = (
  aggregation: CountingRules['metric']['aggregation'],
  period: CountingRules['metric']['period'],
  inForce: Partial<LimitInForce> = {},
): CountingRules => ({
  metric: { aggregation, period, sustainedRatio: 0.8 },
  inForce: { plan: 'starter', limit: 100, thresholds, ...inForce },
});

/** `['SET', 5, '2026-06-01T10:00']`: an event at that minute; the id tells the order of writing. */
export type Line = readonly [kind: 'SET' | 'ADD', value: number, at: string];

export const eventsOf = (lines: readonly Line[]): readonly UsageEvent[] =>
  lines.map(([kind, value, at], index) => ({
    id: `e${String(index).padStart(4, '0')}`,
    accountId: 'acme',
    metric: 'seats',
    kind,
    value,
    at: `${at}:00.000Z`,
  }));

interface Fed {
  readonly stored: readonly UsageEvent[];
  readonly state: AppliedUsage;
}

function feedBatch(rules: CountingRules, fed: Fed | null, batch: readonly UsageEvent[]): Fed {
  const ledger = fed?.state.ledger ?? null;
  const outcome = applyUsageEvents(rules, ledger, batch);
  const stored = [...(fed?.stored ?? []), ...batch];
  const state = 'replay' in outcome ? replayUsage(rules, ledger, stored, outcome.replay.from) : outcome;
  return { stored, state: { ...state, crossings: [...(fed?.state.crossings ?? []), ...state.crossings] } };
}

/** Feeds batches one after the other, replaying where asked to, as the use case does; crossings are all ever found. */
export function feed(rules: CountingRules, batches: readonly (readonly UsageEvent[])[]): AppliedUsage {
  const fed = batches.reduce<Fed | null>((state, batch) => feedBatch(rules, state, batch), null);
  if (fed === null) throw new Error('a scenario needs at least one batch');
  return fed.state;
}

/** Feeds lines one event at a time, in the order given. */
export const feedLines = (rules: CountingRules, lines: readonly Line[]): AppliedUsage =>
  feed(
    rules,
    eventsOf(lines).map((event) => [event]),
  );
