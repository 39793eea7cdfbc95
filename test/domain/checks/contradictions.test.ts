/** Groups that can never hold. */
import fc from 'fast-check';
import { excludeOneAnother } from '../../../src/domain/checks/exclusion';
import { CANDIDATES, holds, numericLeaf } from '../../support/numeric-leaves';
import { problemsOf } from '../../support/validation';

const days = (operator: string, value: unknown) => ({ fact: 'account.daysPaid', operator, value });
const plan = (operator: string, value: unknown) => ({ fact: 'account.plan', operator, value });

const never = [
  [plan('equal', 'starter'), plan('equal', 'growth')],
  [plan('equal', 'starter'), plan('notEqual', 'starter')],
  [plan('in', ['starter']), plan('notIn', ['starter'])],
  [plan('equal', 'starter'), plan('isMissing', true)],
  [plan('isMissing', false), plan('isMissing', true)],
  [days('greaterThan', 90), days('lessThan', 90)],
  [days('greaterThan', 90), days('lessThanInclusive', 90)],
  [days('greaterThanInclusive', 91), days('lessThanInclusive', 90)],
  [days('equal', 5), days('greaterThan', 5)],
  [plan('equal', 'starter'), { all: [plan('equal', 'growth')] }],
];

test.each(never)('%j and %j can never both hold', (...leaves) => {
  const problems = problemsOf('rule', { conditions: { all: leaves } });
  expect(problems.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
    ['NEVER_MATCHES', 'WARNING', '/conditions'],
  ]);
});

const possible = [
  [plan('equal', 'starter'), plan('equal', 'starter')],
  [plan('in', ['starter', 'growth']), plan('notEqual', 'starter')],
  [days('greaterThanInclusive', 90), days('lessThanInclusive', 90)],
  [days('greaterThan', 1), days('greaterThan', 2)],
  [plan('equal', 'starter'), { any: [plan('equal', 'growth'), plan('equal', 'starter')] }],
  [plan('equal', 'starter'), { not: plan('equal', 'growth') }],
  [plan('not:equal', 'starter'), plan('equal', 'starter')],
  [days('equal', 5), { fact: 'usage.seats.used', operator: 'equal', value: 6 }],
];

test.each(possible)('%j and %j are not called a contradiction', (...leaves) => {
  expect(problemsOf('rule', { conditions: { all: leaves } })).toEqual([]);
});

test('any may hold what all may not', () => {
  const conditions = { any: [plan('equal', 'starter'), plan('equal', 'growth')] };
  expect(problemsOf('rule', { conditions })).toEqual([]);
});

test('whatever is called a contradiction holds for no number', () => {
  fc.assert(
    fc.property(fc.array(numericLeaf, { maxLength: 5 }), (leaves) => {
      const isPossible = CANDIDATES.some((fact) => leaves.every((leaf) => holds(leaf, fact)));
      if (isPossible) expect(excludeOneAnother(leaves)).toBe(false);
    }),
  );
});
