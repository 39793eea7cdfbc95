import { FACT_TYPES, type FactType } from '../../../../src/domain/documents/kinds/fact-document';
import { OPERATORS } from '../../../../src/domain/rules/operators/operator-catalogue';
import type { OperandKind } from '../../../../src/domain/rules/operators/operator-definition';

const operators = [...OPERATORS.values()];
const VALUES: Readonly<Record<FactType, unknown>> = {
  string: 'starter',
  integer: 5,
  number: 0.5,
  boolean: true,
  date: '2026-06-01T00:00:00Z',
  list: ['sso'],
  object: { stage: 'won' },
};
const KINDS: Readonly<Record<OperandKind, (sample: unknown) => boolean>> = {
  any: (sample) => ['string', 'number', 'boolean'].includes(typeof sample),
  item: (sample) => ['string', 'number', 'boolean'].includes(typeof sample),
  number: (sample) => typeof sample === 'number',
  days: (sample) => typeof sample === 'number',
  flag: (sample) => typeof sample === 'boolean',
  list: (sample) => Array.isArray(sample) && sample.length > 0,
  date: (sample) => typeof sample === 'string' && !Number.isNaN(Date.parse(sample)),
};

it('holds the operators of json-rules-engine 7.3 and four of our own', () => {
  const own = operators.filter(({ origin }) => origin === 'own').map(({ name }) => name);
  expect(own).toEqual(['before', 'after', 'withinDays', 'isMissing']);
  expect([...OPERATORS.keys()].slice(0, -own.length)).toEqual([
    'equal',
    'notEqual',
    'in',
    'notIn',
    'contains',
    'doesNotContain',
    'lessThan',
    'lessThanInclusive',
    'greaterThan',
    'greaterThanInclusive',
  ]);
});

describe.each(operators)('$name', (operator) => {
  it('has a phrase, a description and a sample of its operand kind', () => {
    expect(operator.phrase).toMatch(/^[a-z ]+$/);
    expect(operator.description).toMatch(/^\S.*\.$/);
    expect(KINDS[operator.operand](operator.sample)).toBe(true);
  });

  it.each(operator.factTypes)('decides on a %s or finds its sample of another type, never fails', (type) => {
    expect(['TRUE', 'FALSE', 'UNKNOWN']).toContain(operator.decide(VALUES[type], operator.sample, 0));
  });

  it('decides its sample for one of its fact types', () => {
    const truths = operator.factTypes.map((type) => operator.decide(VALUES[type], operator.sample, 0));
    expect(truths.some((truth) => truth !== 'UNKNOWN')).toBe(true);
  });

  it.each(FACT_TYPES)('never takes an absent operand for an answer on a %s', (type) => {
    expect(operator.decide(VALUES[type], undefined, 0)).toBe('UNKNOWN');
  });

  it('never fails, whatever it is given', () => {
    const odd = [null, undefined, Number.NaN, {}, [], [null], Symbol('s'), 10n, () => 1];
    for (const fact of odd) {
      for (const operand of odd) expect(operator.decide(fact, operand, 0)).toMatch(/^(TRUE|FALSE|UNKNOWN)$/);
    }
  });
});

it('compares neither floats nor dates for equality', () => {
  for (const name of ['equal', 'notEqual', 'in', 'notIn']) {
    expect(OPERATORS.get(name)?.factTypes).toEqual(['string', 'integer', 'boolean']);
  }
});
