/** Holds arrival in any order to a replay from scratch. */
import fc from 'fast-check';
import { AGGREGATIONS, METRIC_PERIODS } from '../../../src/domain/documents/kinds/metric-document';
import { applyUsageEvents, replayUsage } from '../../../src/domain/usage/apply-usage-events';
import { byPosition } from '../../../src/domain/usage/event-position';
import type { UsageEvent } from '../../../src/domain/usage/usage-event';
import { eventsOf, feed, feedLines, rulesFor, type Line } from './usage-scenario';

const anEvent = fc.record({
  minute: fc.oneof(fc.integer({ min: 0, max: 160 * 1440 }), fc.integer({ min: 43_000, max: 44_000 })),
  kind: fc.constantFrom('SET' as const, 'ADD' as const),
  value: fc.integer({ min: -40, max: 120 }),
});

const history = fc.array(anEvent, { minLength: 1, maxLength: 110, size: 'max' }).map((drafts) =>
  drafts.map(({ minute, kind, value }, index): UsageEvent => ({
    id: `e${(index * 7919) % 101}-${index}`,
    accountId: 'acme',
    metric: 'seats',
    kind,
    value: kind === 'SET' ? Math.abs(value) : value,
    at: new Date(Date.UTC(2026, 0, 20) + minute * 60_000).toISOString(),
  })),
);

const counting = fc.tuple(fc.constantFrom(...AGGREGATIONS), fc.constantFrom(...METRIC_PERIODS));

/** Cuts a list into batches of the given sizes. */
const batchesOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, index * size + size),
  );

const DAY_MS = 86_400_000;
const dayNumber = ({ at }: UsageEvent): number => Math.floor(Date.parse(at) / DAY_MS);

/** Whether an event still counts when the newest is `newest`, told from the words of the requirement alone. */
const counts = (period: (typeof METRIC_PERIODS)[number], event: UsageEvent, newest: UsageEvent): boolean =>
  period === 'none' ||
  (period === 'calendar-month'
    ? event.at.slice(0, 7) === newest.at.slice(0, 7)
    : dayNumber(newest) - dayNumber(event) < 30);

/** The levels after each event, starting from 0 where the event before no longer counts. */
function levelsOf(period: (typeof METRIC_PERIODS)[number], events: readonly UsageEvent[]): readonly number[] {
  let level = 0;
  return events.map((event, index) => {
    const before = events[index - 1];
    const carried = before !== undefined && counts(period, before, event) ? level : 0;
    level = Math.max(0, event.kind === 'SET' ? event.value : carried + event.value);
    return level;
  });
}

/** What is used after all events, computed without ledgers and days. */
function plainlyUsed({ metric }: ReturnType<typeof rulesFor>, events: readonly UsageEvent[]): number {
  const ordered = events.toSorted(byPosition);
  const newest = ordered.at(-1) as UsageEvent;
  const counted = ordered.filter((event) => counts(metric.period, event, newest));
  const levels = levelsOf(metric.period, ordered).slice(-counted.length);
  if (metric.aggregation === 'max') return Math.max(...levels);
  if (metric.aggregation === 'latest' || metric.period !== 'rolling-30d') return levels.at(-1) ?? 0;
  const stated = counted.slice(
    Math.max(
      0,
      counted.findLastIndex(({ kind }) => kind === 'SET'),
    ),
  );
  return Math.max(
    0,
    stated.reduce((sum, { value }) => sum + value, 0),
  );
}

describe('usage events in any order', () => {
  it('give the figures that a replay of all of them from scratch gives', () => {
    fc.assert(
      fc.property(counting, history, fc.integer({ min: 1, max: 7 }), (kinds, events, size) => {
        const rules = rulesFor(...kinds);
        const oracle = replayUsage(rules, null, events, null);
        const state = feed(rules, batchesOf(events, size));
        expect({ ...state.usage, crossings: [] }).toEqual({ ...oracle.usage, crossings: [] });
        expect(state.ledger.days).toEqual(oracle.ledger.days);
      }),
      { numRuns: 250 },
    );
  });

  it('use what a plain reckoning over all of them uses', () => {
    fc.assert(
      fc.property(counting, history, (kinds, events) => {
        const rules = rulesFor(...kinds);
        expect(feed(rules, batchesOf(events, 5)).usage.used).toBe(plainlyUsed(rules, events));
      }),
      { numRuns: 300 },
    );
  });

  it('record every crossing that in-order arrival records, none twice', () => {
    fc.assert(
      fc.property(counting, history, (kinds, events) => {
        const rules = rulesFor(kinds[0], kinds[1] === 'rolling-30d' ? 'none' : kinds[1]);
        const identity = (crossing: object) => JSON.stringify({ ...crossing, crossedAt: null });
        const oracle = replayUsage(rules, null, events, null).usage.crossings.map(identity);
        const recorded = feed(rules, batchesOf(events, 1));
        const now = recorded.usage.crossings.map(identity);
        expect(now).toEqual(expect.arrayContaining(oracle));
        const ever = recorded.crossings.map(identity);
        expect(new Set(ever).size).toBe(ever.length);
      }),
      { numRuns: 200 },
    );
  });

  it('need no replay while they arrive in order', () => {
    const events = eventsOf([
      ['SET', 1, '2026-06-01T10:00'],
      ['ADD', 1, '2026-06-01T10:00'],
    ]);
    const rules = rulesFor('sum', 'none');
    const { ledger } = replayUsage(rules, null, events.slice(0, 1), null);
    expect(applyUsageEvents(rules, ledger, events.slice(1))).not.toHaveProperty('replay');
  });

  it('remember at most 62 days and no crossing that no figure needs', () => {
    const days = Array.from({ length: 200 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 16),
    );
    const lines = days.map((at): Line => ['ADD', 50, at]);
    const { ledger } = feedLines(rulesFor('sum', 'rolling-30d'), lines);
    expect(ledger.days).toHaveLength(62);
    expect(ledger.crossings.length).toBeLessThanOrEqual(12);
  });

  it('replay from the first event when the day before is forgotten', () => {
    const days = Array.from({ length: 70 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 2 + day)).toISOString().slice(0, 16),
    );
    const lines = days.map((at): Line => ['ADD', 1, at]);
    const { usage } = feedLines(rulesFor('sum', 'none'), [...lines, ['ADD', 5, '2026-01-05T10:00']]);
    expect(usage.used).toBe(75);
  });
});
