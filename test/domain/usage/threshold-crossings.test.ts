/** When a threshold counts as crossed (requirement S9). */
import { replayUsage } from '../../../src/domain/usage/apply-usage-events';
import { limitInForce, type LimitInForce } from '../../../src/domain/usage/limit-in-force';
import { rearmUsage } from '../../../src/domain/usage/rearm-usage';
import { crossingPeriodStart, reaches, sameThreshold } from '../../../src/domain/usage/threshold-crossings';
import { PlanIndex } from '../../../src/domain/facts/plan-index';
import { smallCatalogue } from '../../support/small-catalogue';
import { eventsOf, feed, feedLines, rulesFor, type Line } from './usage-scenario';

type Counting = Parameters<typeof rulesFor>;

/** `0.8@06-01` for a ratio, `120u@06-01` for units: threshold and UTC day of every crossing ever recorded. */
const recorded = (counting: Counting, lines: readonly Line[]): readonly string[] =>
  feedLines(rulesFor(...counting), lines).crossings.map(({ threshold, crossedAt }) => {
    const mark = 'ratio' in threshold ? String(threshold.ratio) : `${threshold.absolute}u`;
    return `${mark}@${crossedAt.slice(5, 10)}`;
  });

describe('a threshold', () => {
  it.each<[string, number, Parameters<typeof reaches>[1], number | null, boolean]>([
    ['just below its ratio', 89.999, { ratio: 0.9 }, 100, false],
    ['at its ratio', 90, { ratio: 0.9 }, 100, true],
    ['at a ratio that multiplies badly', 11, { ratio: 1.1 }, 10, true],
    ['by ratio, of a limit of 0', 5, { ratio: 0.5 }, 0, false],
    ['by ratio, without a limit', 5, { ratio: 0.5 }, null, false],
    ['in units, without a limit', 5, { absolute: 5 }, null, true],
    ['in units, of a limit of 0', 5, { absolute: 5 }, 0, true],
    ['of 0 units, when nothing is used', 0, { absolute: 0 }, 10, false],
  ])('%s, at %d: %j of %j reached is %s', (_title, used, threshold, limit, reached) => {
    expect(reaches(used, threshold, limit)).toBe(reached);
  });

  it('of 0.9 of the limit is not one of 0.9 units', () => {
    expect(sameThreshold({ ratio: 0.9 }, { absolute: 0.9 })).toBe(false);
    expect(sameThreshold({ absolute: 0.9 }, { absolute: 0.9 })).toBe(true);
  });
});

describe('crossings are recorded', () => {
  it.each<[string, Counting, readonly Line[], readonly string[]]>([
    [
      'each, when usage jumps over several',
      ['latest', 'none'],
      [['SET', 130, '2026-06-01T10:00']],
      ['0.8@06-01', '0.9@06-01', '1@06-01', '120u@06-01'],
    ],
    [
      'not again after a correction that falls back',
      ['latest', 'none'],
      [
        ['SET', 85, '2026-06-01T10:00'],
        ['SET', 10, '2026-06-02T10:00'],
        ['SET', 85, '2026-06-03T10:00'],
      ],
      ['0.8@06-01'],
    ],
    [
      'again in the next month',
      ['sum', 'calendar-month'],
      [
        ['ADD', 85, '2026-05-31T23:59'],
        ['ADD', 85, '2026-06-01T00:00'],
      ],
      ['0.8@05-31', '0.8@06-01'],
    ],
    [
      'never again by time where nothing resets',
      ['latest', 'none'],
      [
        ['SET', 85, '2025-06-01T10:00'],
        ['SET', 10, '2025-12-01T10:00'],
        ['SET', 85, '2026-06-01T10:00'],
      ],
      ['0.8@06-01'],
    ],
    [
      'not again within 30 rolling days',
      ['latest', 'rolling-30d'],
      [
        ['SET', 85, '2026-06-01T10:00'],
        ['SET', 86, '2026-06-30T10:00'],
      ],
      ['0.8@06-01'],
    ],
    [
      'again once 30 rolling days have passed',
      ['latest', 'rolling-30d'],
      [
        ['SET', 85, '2026-06-01T10:00'],
        ['SET', 86, '2026-07-01T10:00'],
      ],
      ['0.8@06-01', '0.8@07-01'],
    ],
    [
      'for the earlier month when a late event passes one there',
      ['sum', 'calendar-month'],
      [
        ['ADD', 5, '2026-05-01T10:00'],
        ['ADD', 5, '2026-06-01T10:00'],
        ['ADD', 80, '2026-05-02T10:00'],
      ],
      ['0.8@05-02'],
    ],
    [
      'at the time of the late event that crosses',
      ['sum', 'none'],
      [
        ['ADD', 5, '2026-06-05T10:00'],
        ['ADD', 78, '2026-06-01T10:00'],
      ],
      ['0.8@06-05'],
    ],
    [
      'once, however a late event moves the moment',
      ['sum', 'none'],
      [
        ['ADD', 85, '2026-06-05T10:00'],
        ['ADD', 82, '2026-06-01T10:00'],
      ],
      ['0.8@06-05', '0.9@06-05', '1@06-05', '120u@06-05'],
    ],
    [
      'in units only where there is no limit',
      ['latest', 'none', { limit: null }],
      [['SET', 130, '2026-06-01T10:00']],
      ['120u@06-01'],
    ],
    [
      'in units only where the limit is 0',
      ['latest', 'none', { limit: 0 }],
      [['SET', 130, '2026-06-01T10:00']],
      ['120u@06-01'],
    ],
  ])('%s', (_title, counting, lines, expected) => {
    expect(recorded(counting, lines)).toEqual(expected);
  });

  it('for the period, or for the limit where that came later', () => {
    const at = '2026-06-15T10:00:00.000Z';
    const starts = [null, '2026-05-20T00:00:00.000Z', '2026-06-10T00:00:00.000Z'].map((since) => [
      crossingPeriodStart('calendar-month', at, since),
      crossingPeriodStart('none', at, since),
    ]);
    expect(starts).toEqual([
      ['2026-06-01T00:00:00.000Z', null],
      ['2026-06-01T00:00:00.000Z', '2026-05-20T00:00:00.000Z'],
      ['2026-06-10T00:00:00.000Z', '2026-06-10T00:00:00.000Z'],
    ]);
  });
});

describe('a limit that changes', () => {
  const usedOf = (inForce: Partial<LimitInForce>, used: number) =>
    feed(rulesFor('latest', 'none', inForce), [eventsOf([['SET', used, '2026-06-01T10:00']])]);
  const ratios = (crossings: readonly { readonly threshold: object }[]) =>
    crossings.flatMap(({ threshold }) => ('ratio' in threshold ? [threshold.ratio] : []));
  const at = '2026-06-10T00:00:00.000Z';

  it('arms the thresholds again that usage no longer reaches', () => {
    const { ledger } = usedOf({}, 95);
    const larger = rulesFor('latest', 'none', { plan: 'growth', limit: 500 });
    const rearmed = rearmUsage(larger, ledger, at);
    expect(rearmed?.usage).toMatchObject({ crossings: [], sustainedSince: null, used: 95 });
    const later = eventsOf([['SET', 460, '2026-06-20T10:00']]).map((event) => ({ ...event, id: 'later' }));
    expect(ratios(feed(larger, [eventsOf([['SET', 95, '2026-06-01T10:00']]), later]).crossings)).toEqual([
      0.8, 0.9,
    ]);
  });

  it('records, as of the change, those that usage reaches now, and keeps those it still reaches', () => {
    const { ledger } = usedOf({}, 85);
    const rearmed = rearmUsage(rulesFor('latest', 'none', { plan: 'small', limit: 90 }), ledger, at);
    expect(rearmed?.crossings).toEqual([
      { threshold: { ratio: 0.9 }, crossedAt: at, periodStart: '2026-06-01T10:00:00.000Z' },
    ]);
    expect(ratios(rearmed?.usage.crossings ?? [])).toEqual([0.8, 0.9]);
  });

  it('is not held against events from before it came into force', () => {
    const { ledger } = usedOf({}, 50);
    const smaller = rulesFor('latest', 'none', { plan: 'small', limit: 60 });
    const [stored, late] = eventsOf([
      ['SET', 50, '2026-06-01T10:00'],
      ['SET', 58, '2026-05-20T10:00'],
    ]);
    const events = stored === undefined || late === undefined ? [] : [stored, late];
    const replayed = replayUsage(smaller, ledger, events, '2026-05-20T00:00:00.000Z');
    expect(ratios(replayed.crossings)).toEqual([0.8]);
    expect(replayed.crossings[0]?.crossedAt).toBe('2026-06-01T10:00:00.000Z');
  });

  it('changes nothing when it is the one in force', () => {
    const { ledger } = usedOf({}, 85);
    expect(rearmUsage(rulesFor('latest', 'none'), ledger, at)).toBeNull();
  });

  it('leaves a period alone that had ended by then', () => {
    const month = rulesFor('sum', 'calendar-month');
    const { ledger } = feed(month, [eventsOf([['ADD', 85, '2026-05-01T10:00']])]);
    const rearmed = rearmUsage(rulesFor('sum', 'calendar-month', { limit: 90 }), ledger, at);
    expect(rearmed?.crossings).toEqual([]);
    expect(ratios(rearmed?.usage.crossings ?? [])).toEqual([0.8]);
  });

  it('is the plan’s, with what capacity add-ons add; unknown without a plan', () => {
    const plans = new PlanIndex(smallCatalogue);
    const account = { id: 'a', name: 'a', status: 'PAYING', plan: 'starter' } as const;
    const seatsOf = (more: object) => limitInForce({ ...account, ...more }, 'seats', plans);
    expect(seatsOf({})).toMatchObject({ plan: 'starter', limit: 10, thresholds: [{}, {}, {}] });
    expect(seatsOf({ addOns: ['seat-pack', 'seat-pack'] }).limit).toBe(30);
    expect(seatsOf({ plan: undefined })).toEqual({ plan: null, limit: null, thresholds: [] });
    expect(limitInForce(account, 'integrations', plans).limit).toBeNull();
  });
});
