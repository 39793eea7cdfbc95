import { comparisonWords } from '../../../src/domain/explanations/comparison-words';
import type { LeafDocument } from '../../../src/domain/documents/kinds/condition-schema';
import type { FactCatalogue, FactDefinition } from '../../../src/domain/facts/fact-catalogue';
import type { FactValue } from '../../../src/domain/rules/fact-set';
import { parseCondition } from '../../../src/domain/rules/parse-condition';
import { RuleTraces } from '../../../src/domain/rules/trace-rules';

const NOW = Date.parse('2026-06-15T12:00:00.000Z');

const declared = (name: string, unit?: string): [string, FactDefinition] => [
  name,
  {
    name,
    type: 'number',
    source: 'account',
    meaning: 'A fact.',
    sample: 1,
    metric: null,
    ...(unit && { unit }),
  },
];

const CATALOGUE: FactCatalogue = new Map([
  declared('ratio', 'ratio'),
  declared('days', 'days'),
  declared('messages', 'messages'),
  declared('plain'),
]);

interface Told {
  readonly negated?: boolean;
  readonly stale?: readonly string[];
  readonly others?: Readonly<Record<string, FactValue>>;
}

/** The sentence about one comparison of the fact, told as it stands or under `not`. */
function words(
  fact: string,
  actual: FactValue | undefined,
  operator: string,
  value: unknown,
  { negated = false, stale = [], others = {} }: Told = {},
) {
  const parsed = parseCondition({ fact, operator, value: value as LeafDocument['value'] }, '/conditions');
  if (!('condition' in parsed)) throw new Error(JSON.stringify(parsed));
  const values = new Map(Object.entries(others));
  if (actual !== undefined) values.set(fact, actual);
  const facts = { values, stale: new Set(stale), now: NOW };
  const { condition } = parsed;
  if (condition.kind !== 'leaf') throw new Error('It is no comparison.');
  const { leaf: outcome } = new RuleTraces(new Map(), facts).of(condition);
  return comparisonWords(condition, outcome!, negated, { facts, catalogue: CATALOGUE });
}

describe('a number that does not match is told with how far it is from matching, in its own unit', () => {
  it.each([
    ['ratio', 0.84, 'greaterThanInclusive', 0.9, '`ratio` is 84 %, should be at least 90 %: 6 % short', 0.06],
    [
      'ratio',
      0.8996,
      'greaterThanInclusive',
      0.9,
      '`ratio` is 89.96 %, should be at least 90 %: 0.04 % short',
      0.0004,
    ],
    ['ratio', 0.9, 'greaterThan', 0.9, '`ratio` is 90 %, should be more than 90 %: exactly at the mark', 0],
    ['ratio', 0.95, 'lessThan', 0.9, '`ratio` is 95 %, should be less than 90 %: 5 % over', 0.05],
    ['days', 90, 'greaterThan', 90, '`days` is 90 days, should be more than 90 days: 1 day short', 1],
    ['days', 61, 'lessThanInclusive', 60, '`days` is 61 days, should be at most 60 days: 1 day over', 1],
    [
      'messages',
      4800,
      'greaterThanInclusive',
      5000,
      '`messages` is 4,800 messages, should be at least 5,000 messages: 200 messages short',
      200,
    ],
    ['plain', 0.084, 'lessThan', 0.05, '`plain` is 0.08, should be less than 0.05: 0.03 over', 0.034],
    ['plain', 3, 'equal', 5, '`plain` is 3, should be 5: 2 off', 2],
    ['plain', 3, 'in', [5, 7], '`plain` is 3, should be one of 5, 7: not met', null],
  ] as const)('%s %s %s %j', (fact, actual, operator, value, message, distance) => {
    expect(words(fact, actual, operator, value)).toEqual({ message, distance });
  });
});

describe('dates, texts, lists and flags are told too', () => {
  it.each([
    [
      '2026-06-15T12:00:00.000Z',
      'before',
      '2026-06-01T00:00:00Z',
      '`d` is 2026-06-15 12:00, should be before 2026-06-01: 15 days too late',
      14.5,
    ],
    [
      '2026-06-15T09:00:00.000Z',
      'after',
      'now',
      '`d` is 2026-06-15 09:00, should be after now: 3 hours too early',
      0.125,
    ],
    [
      '2026-08-14T12:00:00.000Z',
      'withinDays',
      30,
      '`d` is 2026-08-14 12:00, should be within the next 30 days: 30 days too late',
      30,
    ],
    [
      '2026-05-01T12:00:00.000Z',
      'withinDays',
      -30,
      '`d` is 2026-05-01 12:00, should be within the last 30 days: 15 days too early',
      15,
    ],
    ['growth', 'equal', 'starter', '`d` is “growth”, should be “starter”: not met', null],
    [
      'growth',
      'in',
      ['starter', 'scale'],
      '`d` is “growth”, should be one of “starter”, “scale”: not met',
      null,
    ],
    [['api'], 'contains', 'sso', '`d` is “api”, should contain “sso”: not met', null],
    [[], 'contains', 'sso', '`d` is nothing, should contain “sso”: not met', null],
    [['api', 'sso'], 'doesNotContain', 'sso', '`d` is “api”, “sso”, should not contain “sso”: not met', null],
    [true, 'equal', false, '`d` is true, should be false: not met', null],
    [true, 'isMissing', true, '`d` is true, should be missing: not met', null],
    [undefined, 'isMissing', false, '`d` is missing, should be known: not met', null],
    [['a', 'b'], 'everyFact:equal', 'a', '`d` is “a”, “b”, `everyFact:equal` “a” should hold: not met', null],
    ['growth', 'equal', 'growth', '`d` is “growth”, should be “growth”: met', null],
  ] as const)('%j %s %j', (actual, operator, value, message, distance) => {
    expect(words('d', actual as FactValue, operator, value)).toEqual({ message, distance });
  });

  it('cuts a long list short', () => {
    const list = Array.from({ length: 10 }, (_, at) => `p${at}`);
    expect(words('d', 'x', 'in', list).message).toMatch(/“p7” and 2 more: not met$/);
  });
});

describe('below `not` it tells what should not be', () => {
  it.each([
    ['days', 95, 'greaterThan', 90, '`days` is 95 days, should be at most 90 days: 5 days over'],
    ['days', 80, 'greaterThan', 90, '`days` is 80 days, should be at most 90 days: met'],
    ['days', 80, 'not:greaterThan', 90, '`days` is 80 days, should be more than 90 days: 11 days short'],
    ['plain', 'core', 'equal', 'core', '`plain` is “core”, should not be “core”: not met'],
    [
      'plain',
      '2026-01-01T00:00:00Z',
      'before',
      'now',
      '`plain` is 2026-01-01, should not be before now: not met',
    ],
    ['plain', true, 'isMissing', false, '`plain` is true, should be missing: not met'],
    ['plain', ['a'], 'someFact:equal', 'a', '`plain` is “a”, `someFact:equal` “a” should not hold: not met'],
  ] as const)('%s %j %s %j', (fact, actual, operator, value, message) => {
    expect(words(fact, actual as FactValue, operator, value, { negated: true }).message).toBe(message);
  });
});

describe('what is unknown is named', () => {
  it.each([
    [
      'a missing fact',
      words('ratio', undefined, 'lessThan', 0.9),
      '`ratio` is missing, should be less than 90 %',
    ],
    [
      'a fact that is too old',
      words('ratio', undefined, 'lessThan', 0.9, { stale: ['ratio'] }),
      '`ratio` is too old to rely on, should be less than 90 %',
    ],
    [
      'a fact of another type',
      words('plain', 'x', 'lessThan', 3),
      "`plain` is “x”, should be less than 3: the two can't be compared",
    ],
    [
      'the fact compared with',
      words('plain', 5, 'lessThan', { fact: 'days' }),
      '`plain` is 5, should be less than `days`, which is missing',
    ],
    [
      'the stale fact compared with',
      words('plain', 5, 'lessThan', { fact: 'days' }, { stale: ['days'] }),
      '`plain` is 5, should be less than `days`, which is too old to rely on',
    ],
    [
      'both facts where both are known',
      words('days', 5, 'lessThan', { fact: 'plain' }, { others: { plain: 3 } }),
      '`days` is 5 days, should be less than `plain` (3 days): 3 days over',
    ],
  ])('%s', (_what, { message }, expected) => {
    expect(message).toBe(expected);
  });
});
