/** Groups that always hold. */
import fc from 'fast-check';
import { leaveNothingOut } from '../../../src/domain/checks/tautologies';
import { CANDIDATES, holds, numericLeaf } from '../../support/numeric-leaves';
import { problemsOf } from '../../support/validation';

const days = (operator: string, value: unknown) => ({ fact: 'account.daysPaid', operator, value });
const plan = (operator: string, value: unknown) => ({ fact: 'account.plan', operator, value });

test.each([
  [days('greaterThan', 90), days('lessThanInclusive', 90)],
  [days('greaterThan', 80), days('lessThan', 90)],
  [plan('equal', 'starter'), plan('notEqual', 'starter')],
  [plan('in', ['starter', 'growth']), plan('notIn', ['starter'])],
  [plan('notEqual', 'starter'), plan('notEqual', 'growth')],
  [plan('isMissing', true), plan('isMissing', false)],
  [days('greaterThan', 90), { any: [days('lessThan', 91)] }],
])('%j or %j is always true', (...leaves) => {
  const problems = problemsOf('rule', { conditions: { any: leaves } });
  expect(problems.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
    ['ALWAYS_MATCHES', 'WARNING', '/conditions'],
  ]);
});

test.each([
  [days('greaterThan', 90), days('lessThan', 90)],
  [days('greaterThan', 90), days('greaterThan', 80)],
  [plan('equal', 'starter'), plan('equal', 'growth')],
  [plan('equal', 'starter'), { fact: 'account.status', operator: 'notEqual', value: 'PAYING' }],
  [plan('not:equal', 'starter'), plan('equal', 'starter')],
  [days('greaterThan', 90), { all: [days('lessThanInclusive', 90)] }],
  [days('greaterThan', 90), plan('isMissing', true)],
])('%j or %j leaves something out, as far as anybody can tell', (...leaves) => {
  expect(problemsOf('rule', { conditions: { any: leaves } })).toEqual([]);
});

test('whatever is said to leave nothing out holds for every number', () => {
  fc.assert(
    fc.property(fc.array(numericLeaf, { minLength: 1, maxLength: 5 }), (leaves) => {
      const leavesOut = CANDIDATES.some((fact) => !leaves.some((leaf) => holds(leaf, fact)));
      if (leavesOut) expect(leaveNothingOut(leaves)).toBe(false);
    }),
  );
});
