/** Facts, paths, operators, decorators and values of single comparisons. */
import { foundInLeaf, problemsOf } from '../../support/validation';

const sound: [string, Record<string, unknown>][] = [
  ['a text that exists', { fact: 'account.plan', operator: 'equal', value: 'growth' }],
  ['a number in range', { fact: 'usage.messages.ratio', operator: 'lessThan', value: 0.5 }],
  ['a whole number', { fact: 'account.daysPaid', operator: 'greaterThan', value: 90 }],
  ['a flag', { fact: 'account.test', operator: 'notEqual', value: true }],
  ['one of several', { fact: 'account.plan', operator: 'in', value: ['starter', 'growth'] }],
  ['an item of a list', { fact: 'account.features', operator: 'contains', value: 'sso' }],
  ['a field of an object', { fact: 'account.profile', path: '$.size', operator: 'equal', value: 7 }],
  ['a field with a dot', { fact: 'account.profile', path: "$['odd.key']", operator: 'equal', value: 'x' }],
  ['a field of a field', { fact: 'account.profile', path: '$.a.b', operator: 'lessThan', value: 1.5 }],
  ['another fact', { fact: 'usage.seats.used', operator: 'lessThan', value: { fact: 'account.daysPaid' } }],
  ['a date and now', { fact: 'account.since', operator: 'before', value: 'now' }],
  ['a date and a date', { fact: 'account.since', operator: 'after', value: '2026-01-01T00:00:00Z' }],
  ['days back', { fact: 'account.since', operator: 'withinDays', value: -30 }],
  ['absence', { fact: 'account.scores', operator: 'isMissing', value: true }],
  ['presence', { fact: 'account.plan', operator: 'not:isMissing', value: true }],
  ['some item of a list', { fact: 'account.scores', operator: 'someFact:greaterThan', value: 0.1 }],
  ['some of the values', { fact: 'account.plan', operator: 'someValue:equal', value: ['starter', 'growth'] }],
  ['both sides exchanged', { fact: 'account.plan', operator: 'swap:contains', value: ['starter'] }],
];

test.each(sound)('%s passes', (_, leaf) => {
  expect(foundInLeaf(leaf)).toEqual([]);
});

const broken: [string, Record<string, unknown>, string[]][] = [
  ['an unknown fact', { fact: 'account.plann', operator: 'equal', value: 'x' }, ['UNKNOWN_FACT /fact']],
  ['a fact of no metric', { fact: 'usage.*.used', operator: 'lessThan', value: 1 }, ['UNKNOWN_FACT /fact']],
  [
    'an unknown fact on the right',
    { fact: 'account.daysPaid', operator: 'lessThan', value: { fact: 'nope' } },
    ['UNKNOWN_FACT /value/fact'],
  ],
  [
    'an unknown field',
    { fact: 'account.profile', path: '$.sise', operator: 'equal', value: 1 },
    ['UNKNOWN_FIELD /path'],
  ],
  [
    'a field that every object inherits',
    { fact: 'account.profile', path: '$.toString', operator: 'equal', value: 1 },
    ['UNKNOWN_FIELD /path'],
  ],
  [
    'a path into a text',
    { fact: 'account.plan', path: '$.length', operator: 'equal', value: 1 },
    ['WRONG_PATH /path'],
  ],
  [
    'a filter',
    { fact: 'account.profile', path: '$[?(@.x)]', operator: 'equal', value: 1 },
    ['WRONG_PATH /path'],
  ],
  [
    'an unknown operator',
    { fact: 'account.plan', operator: 'equals', value: 'x' },
    ['UNKNOWN_OPERATOR /operator'],
  ],
  [
    'an unknown decorator',
    { fact: 'account.plan', operator: 'maybe:equal', value: 'x' },
    ['UNKNOWN_OPERATOR /operator'],
  ],
  [
    'four decorators',
    { fact: 'account.plan', operator: 'not:not:not:not:equal', value: 'growth' },
    ['TOO_MANY_DECORATORS /operator'],
  ],
  [
    'an order of texts',
    { fact: 'account.plan', operator: 'lessThan', value: 5 },
    ['OPERATOR_TYPE /operator'],
  ],
  [
    'a list decorator on a text',
    { fact: 'account.plan', operator: 'someFact:equal', value: 'x' },
    ['OPERATOR_TYPE /operator'],
  ],
  [
    'equality of lists',
    { fact: 'account.features', operator: 'equal', value: ['sso'] },
    ['OPERATOR_TYPE /operator'],
  ],
  [
    'equality of fractions',
    { fact: 'usage.seats.ratio', operator: 'equal', value: 0.3 },
    ['FLOAT_EQUALITY /operator'],
  ],
  [
    'a fraction in a list',
    { fact: 'account.scores', operator: 'contains', value: 0.3 },
    ['FLOAT_EQUALITY /operator'],
  ],
  [
    'a number as text',
    { fact: 'account.daysPaid', operator: 'greaterThan', value: '9' },
    ['OPERAND_TYPE /value'],
  ],
  [
    'a fraction of a day',
    { fact: 'account.daysPaid', operator: 'greaterThan', value: 9.5 },
    ['OPERAND_TYPE /value'],
  ],
  ['null', { fact: 'account.plan', operator: 'equal', value: null }, ['OPERAND_TYPE /value']],
  ['a text for a list', { fact: 'account.plan', operator: 'in', value: 'starter' }, ['OPERAND_TYPE /value']],
  ['an empty list', { fact: 'account.plan', operator: 'notIn', value: [] }, ['EMPTY_LIST /value']],
  [
    'an empty list taken apart',
    { fact: 'account.plan', operator: 'everyValue:equal', value: [] },
    ['EMPTY_LIST /value'],
  ],
  [
    'a day that does not exist',
    { fact: 'account.since', operator: 'before', value: '2026-02-30T00:00:00Z' },
    ['OPERAND_TYPE /value'],
  ],
  ['within no days', { fact: 'account.since', operator: 'withinDays', value: 0 }, ['OPERAND_TYPE /value']],
  [
    'a ratio in percent',
    { fact: 'usage.seats.ratio', operator: 'lessThan', value: 90 },
    ['OPERAND_RANGE /value'],
  ],
  [
    'a field out of range',
    { fact: 'account.profile', path: '$.size', operator: 'lessThan', value: 101 },
    ['OPERAND_RANGE /value'],
  ],
  [
    'a status that does not exist',
    { fact: 'account.status', operator: 'equal', value: 'PAYNG' },
    ['OPERAND_NOT_ALLOWED /value'],
  ],
  [
    'plans that do not exist, each on its own',
    { fact: 'account.plan', operator: 'in', value: ['starter', 'growht', 'scael'] },
    ['OPERAND_NOT_ALLOWED /value', 'OPERAND_NOT_ALLOWED /value'],
  ],
  [
    'a text against a number fact',
    { fact: 'account.plan', operator: 'equal', value: { fact: 'account.daysPaid' } },
    ['OPERAND_TYPE /value'],
  ],
  [
    'sides exchanged in vain',
    { fact: 'account.daysPaid', operator: 'swap:in', value: 12 },
    ['OPERAND_TYPE /value'],
  ],
  [
    'presence of nothing',
    { fact: 'account.plan', operator: 'isMissing', value: 'yes' },
    ['OPERAND_TYPE /value'],
  ],
];

test.each(broken)('%s is found', (_, leaf, findings) => {
  expect(foundInLeaf(leaf)).toEqual(findings);
});

test('near names are offered', () => {
  const hint = (leaf: object) => problemsOf('rule', { conditions: { all: [leaf] } })[0]?.hint;
  expect(hint({ fact: 'acount.plan', operator: 'equal', value: 'x' })).toContain('`account.plan`');
  expect(hint({ fact: 'account.plan', operator: 'equals', value: 'x' })).toContain('`equal`');
  expect(hint({ fact: 'account.plan', operator: 'equal', value: 'growht' })).toContain('`growth`');
});
