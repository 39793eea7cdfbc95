/** What changed, in words for people who did not change it. */
import fc from 'fast-check';
import { changesBetween } from '../../../src/domain/changes/changes-between';
import type { DocumentKind } from '../../../src/domain/documents/document-kind';
import { SAMPLES, sampleSet, setWith } from '../../support/document-samples';

const wordsOf = (kind: DocumentKind, members: Readonly<Record<string, unknown>>) =>
  changesBetween(sampleSet(), setWith(kind, members)).flatMap(({ words }) => words);

const paying = { condition: 'paying' };
const seats = (value: unknown, operator = 'greaterThanInclusive') => ({
  fact: 'usage.seats.ratio',
  operator,
  value,
});
const conditions = (...all: object[]) => ({ conditions: { all } });
const specific = (SAMPLES.offer[0].treatments as object[])[0];

describe('a change of a rule', () => {
  it.each<[string, object, string[]]>([
    [
      'a threshold that moved',
      conditions(paying, seats(0.8)),
      ['`usage.seats.ratio` is at least 90 % → 80 %'],
    ],
    [
      'a ratio that binary fractions miss',
      conditions(paying, seats(0.07)),
      ['`usage.seats.ratio` is at least 90 % → 7 %'],
    ],
    [
      'another operator',
      conditions(paying, seats(0.9, 'greaterThan')),
      [
        'no longer asks: `usage.seats.ratio` is at least 90 %',
        'now asks: `usage.seats.ratio` is more than 90 %',
      ],
    ],
    ['what is no longer asked', conditions(seats(0.9)), ['no longer asks: is in the audience `paying`']],
    [
      'what is asked now',
      conditions(paying, seats(0.9), { not: { fact: 'account.plan', operator: 'in', value: ['growth'] } }),
      ['now asks: not: `account.plan` is one of “growth”'],
    ],
    [
      'a comparison with another fact',
      conditions(paying, seats({ fact: 'usage.messages.ratio' })),
      ['`usage.seats.ratio` is at least 90 % → `usage.messages.ratio`'],
    ],
    [
      'an operator with a decorator',
      conditions(paying, seats(0.9), { fact: 'account.plan', operator: 'not:equal', value: 'growth' }),
      ['now asks: `account.plan` `not:equal` “growth”'],
    ],
    [
      'other groups',
      { conditions: { any: [paying, seats(0.9)] } },
      ['the same conditions are grouped differently'],
    ],
    ['another priority', { priority: 20 }, ['priority: 10 → 20']],
    ['a rule switched off', { enabled: false }, ['enabled: true → false']],
    [
      'what the event says',
      {
        event: {
          type: 'recommend-offer',
          params: { offer: 'seat-pack', signal: 'USAGE_LIMIT', metric: 'seats' },
        },
      },
      ['event.params.offer: “growth-plan” → “seat-pack”'],
    ],
  ])('tells of %s', (_, members, words) => {
    expect(wordsOf('rule', members as Record<string, unknown>)).toEqual(words);
  });
});

describe('a change of another document', () => {
  it.each<[string, DocumentKind, object, string[]]>([
    [
      'a treatment by its key',
      'offer',
      { treatments: [{ ...specific, weight: 50 }] },
      ['treatments.specific.weight: 90 → 50'],
    ],
    [
      'a price by its currency and interval',
      'plan',
      { prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 15_900 }] },
      ['prices.USD per MONTH.minorUnits: 14900 → 15900'],
    ],
    [
      'a limit that became unlimited',
      'plan',
      { limits: { messages: null, seats: null } },
      ['limits.seats: 10 → unlimited'],
    ],
    [
      'a threshold by its place',
      'plan',
      { thresholds: { seats: [{ ratio: 0.7 }, { ratio: 1 }] } },
      ['thresholds.seats.1.ratio: 0.8 → 0.7'],
    ],
    ['a reason', 'policy', { cooldownDays: 45 }, ['cooldownDays: 30 → 45']],
    [
      'a list of words',
      'policy',
      { linkHosts: ['a.example', 'b.example'] },
      ['linkHosts: “app.example.com” → “a.example”, “b.example”'],
    ],
    ['a text that is long', 'topic', { title: 'x'.repeat(99) }, [`title: “Bundles” → “${'x'.repeat(60)}…”`]],
  ])('tells of %s', (_, kind, members, words) => {
    expect(wordsOf(kind, members as Record<string, unknown>)).toEqual(words);
  });
});

it('documents that one set alone has are added or removed, in the order of a release', () => {
  const before = sampleSet();
  const after = setWith('rule', { key: 'another' });
  const changes = changesBetween(before, { ...after, audience: new Map() });
  expect(changes.map(({ kind, key, change }) => `${change} ${kind}/${key}`)).toEqual([
    'REMOVED audience/busy',
    'REMOVED audience/paying',
    'ADDED rule/another',
  ]);
  expect(changes.map(({ before: was, after: is }) => [was === null, is === null])).toEqual([
    [false, true],
    [false, true],
    [true, false],
  ]);
});

it('a set is not different from itself, nor from one written in another order', () => {
  const { conditions: sample } = SAMPLES.rule[0] as unknown as { conditions: object };
  expect(changesBetween(sampleSet(), sampleSet())).toEqual([]);
  expect(changesBetween(sampleSet(), setWith('rule', { conditions: sample, enabled: true }))).toEqual([]);
});

it('what was done and undone is told both ways with the sides changed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (priority, ratio) => {
        const before = sampleSet();
        const after = setWith('rule', { priority, ...conditions(paying, seats(ratio)) });
        const there = changesBetween(before, after);
        const back = changesBetween(after, before);
        expect(back.map(({ kind, key }) => [kind, key])).toEqual(there.map(({ kind, key }) => [kind, key]));
        expect(back.flatMap(({ words }) => words)).toHaveLength(there.flatMap(({ words }) => words).length);
      },
    ),
  );
});
