/** Which facts usage gives: against limits of every sort, over time, and when it has grown old. */
import type { Account } from '../../../src/domain/accounts/account';
import { anAccount, daysAgo, IN_APP, used } from '../../support/decisions-account';
import { CAPACITY, factOf, type Given } from '../../support/decisions-fact-of';
import { aRelease, type Draft } from '../../support/decisions-release';

const LIMITS: Draft = {
  plan: [
    {
      key: 'odd',
      name: 'Odd',
      family: 'core',
      tier: 3,
      features: [],
      prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 1 }],
      limits: { seats: 0, messages: null },
    },
  ],
};

describe('facts of usage', () => {
  const JUNE = '2026-06-01T00:00:00.000Z';
  it.each<[string, string, unknown, Given]>([
    ['ratio of the limit', 'usage.seats.ratio', 0.9, { usage: { seats: used(9) } }],
    ['what remains', 'usage.seats.remaining', 1, { usage: { seats: used(9) } }],
    ['nothing remaining beyond the limit', 'usage.seats.remaining', 0, { usage: { seats: used(12) } }],
    ['what lies over the limit', 'usage.seats.over', 2, { usage: { seats: used(12) } }],
    ['limit of a metric never reported', 'usage.seats.limit', 10, {}],
    ['no use of a metric never reported', 'usage.seats.used', undefined, {}],
    [
      'capacity on top of the limit',
      'usage.seats.limit',
      15,
      { account: { addOns: ['seat-pack'] }, draft: CAPACITY },
    ],
    [
      'ratio with capacity',
      'usage.seats.ratio',
      0.6,
      { account: { addOns: ['seat-pack'] }, draft: CAPACITY, usage: { seats: used(9) } },
    ],
    ['limit zero', 'usage.seats.limit', 0, { account: { plan: 'odd' }, draft: LIMITS }],
    [
      'no ratio of zero',
      'usage.seats.ratio',
      undefined,
      { account: { plan: 'odd' }, draft: LIMITS, usage: { seats: used(3) } },
    ],
    [
      'everything over zero',
      'usage.seats.over',
      3,
      { account: { plan: 'odd' }, draft: LIMITS, usage: { seats: used(3) } },
    ],
    ['unlimited', 'usage.messages.unlimited', true, { account: { plan: 'odd' }, draft: LIMITS }],
    [
      'no limit when unlimited',
      'usage.messages.limit',
      undefined,
      { account: { plan: 'odd' }, draft: LIMITS },
    ],
    [
      'no ratio when unlimited',
      'usage.messages.ratio',
      undefined,
      { account: { plan: 'odd' }, draft: LIMITS, usage: { messages: used(3) } },
    ],
    ['limited', 'usage.messages.unlimited', false, {}],
    ['not known whether limited', 'usage.manual-exports.unlimited', undefined, {}],
    ['trend', 'usage.seats.trend', 0.5, { usage: { seats: used(9, { previous: 6 }) } }],
    ['no trend from zero', 'usage.seats.trend', undefined, { usage: { seats: used(9, { previous: 0 }) } }],
    ['no trend from nothing', 'usage.seats.trend', undefined, { usage: { seats: used(9) } }],
    [
      'days sustained',
      'usage.seats.sustainedDays',
      14,
      { usage: { seats: used(9, { sustainedSince: daysAgo(14.5) }) } },
    ],
    ['no days when below', 'usage.seats.sustainedDays', 0, { usage: { seats: used(1) } }],
    [
      'no days without a ratio to sustain',
      'usage.messages.sustainedDays',
      undefined,
      { usage: { messages: used(1) } },
    ],
    [
      'share of the next lower tier',
      'usage.seats.lowerTierRatio',
      0.5,
      { account: { plan: 'growth' }, usage: { seats: used(5) } },
    ],
    [
      'no lower tier below the lowest',
      'usage.seats.lowerTierRatio',
      undefined,
      { usage: { seats: used(5) } },
    ],
    ['fresh after 7 days', 'usage.seats.used', 9, { usage: { seats: used(9, { asOf: daysAgo(7) }) } }],
    [
      'stale after more than 7 days',
      'usage.seats.ratio',
      'stale',
      { usage: { seats: used(9, { asOf: daysAgo(7.01) }) } },
    ],
    ['limits that never age', 'usage.seats.limit', 10, { usage: { seats: used(9, { asOf: daysAgo(700) }) } }],
    [
      'use of this month',
      'usage.messages.used',
      40,
      { usage: { messages: used(40, { periodStart: JUNE }) } },
    ],
  ])('give %s', (_, name, expected, given) => {
    expect(factOf(name, given)).toEqual(expected);
  });

  it('start from nothing when the period has ended since the last report', () => {
    const lastMonth = {
      periodStart: '2026-05-01T00:00:00.000Z',
      asOf: '2026-05-31T23:59:59.999Z',
      previous: 3,
    };
    const crossing = { threshold: { ratio: 0.9 }, crossedAt: '2026-05-30T00:00:00.000Z' };
    const usage = { messages: used(4900, { ...lastMonth, crossings: [crossing] }) };
    const snapshot = { account: anAccount(), usage, activity: {}, version: 1 };
    const june = aRelease().buildFacts(snapshot, IN_APP, Date.parse('2026-06-01T00:00:00.000Z')).values;
    expect([june.get('usage.messages.used'), june.get('usage.messages.ratio')]).toEqual([0, 0]);
    expect(june.has('usage.messages.threshold')).toBe(false);
    expect(june.has('usage.messages.trend')).toBe(false);
  });

  it.each<[string, string, number, Account['plan']]>([
    ['the highest crossing as a share of the limit', '2026-06-03T00:00:00.000Z', 0.95, 'starter'],
    ['an absolute one in units where the limit is zero', '2026-06-02T00:00:00.000Z', 9, 'odd'],
  ])('tell %s', (_, crossedAt, threshold, plan) => {
    const crossings = [
      { threshold: { ratio: 0.8 }, crossedAt: '2026-06-01T00:00:00.000Z' },
      { threshold: { absolute: 9 }, crossedAt: '2026-06-02T00:00:00.000Z' },
      ...(plan === 'starter' ? [{ threshold: { ratio: 0.95 }, crossedAt: '2026-06-03T00:00:00.000Z' }] : []),
    ];
    const given = { account: { plan }, usage: { seats: used(10, { crossings }) }, draft: LIMITS };
    expect(factOf('usage.seats.threshold', given)).toBe(threshold);
    expect(factOf('usage.seats.crossedAt', given)).toBe(crossedAt);
  });
});
