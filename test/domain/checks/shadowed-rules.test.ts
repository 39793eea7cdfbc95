/** Rules that never speak because another one always speaks first. */
import { checkDocuments } from '../../../src/domain/checks/check-documents';
import { documentsOf, recommend, rule, type Input } from '../../support/decisions-release';
import { checkTools } from '../../support/validation';

const seats = (value: number) => ({ fact: 'usage.seats.ratio', operator: 'greaterThanInclusive', value });
const months = { fact: 'account.daysPaid', operator: 'greaterThan', value: 90 };
const paying = { fact: 'account.status', operator: 'equal', value: 'PAYING' };
const event = recommend('growth-plan');

const shadowed = (...rules: Input<'rule'>[]) =>
  checkDocuments(documentsOf({ rule: rules }, ['rule']), checkTools)
    .filter(({ problem }) => problem.code === 'SHADOWED_RULE')
    .map(({ key, problem }) => `${key}: ${problem.message}`);

const wide = rule('wide', { all: [seats(0.8)] }, event, { priority: 10 });
const IN_THE_SHADOW_OF_WIDE = 'narrow: Whenever this holds, the rule `wide` holds too and goes first.';

it.each<[string, Input<'rule'>]>([
  ['asks for more', rule('narrow', { all: [paying, seats(0.8)] }, event)],
  [
    'asks for more in a group within',
    rule('narrow', { all: [paying, { all: [months, seats(0.8)] }] }, event),
  ],
  [
    'has the same priority and a later key',
    rule('x-narrow', { all: [paying, seats(0.8)] }, event, { priority: 10 }),
  ],
])('a rule that %s is in the shadow of the one that goes first', (_, narrow) => {
  expect(shadowed(wide, narrow)).toEqual([IN_THE_SHADOW_OF_WIDE.replace('narrow', String(narrow.key))]);
});

it.each<[string, Input<'rule'>]>([
  ['goes first itself', rule('narrow', { all: [paying, seats(0.8)] }, event, { priority: 11 })],
  ['asks for something else', rule('other', { all: [paying, seats(0.9)] }, event)],
  ['asks for one of several', rule('other', { any: [paying, seats(0.8)] }, event)],
  [
    'has another signal',
    rule('other', { all: [paying, seats(0.8)] }, recommend('growth-plan', { signal: 'MILESTONE' })),
  ],
  ['is off', rule('other', { all: [paying, seats(0.8)] }, event, { enabled: false })],
  [
    'gives points, which add up',
    rule('other', { all: [paying, seats(0.8)] }, { type: 'score', params: { points: 1 } }),
  ],
])('a rule that %s is in no shadow', (_, other) => {
  expect(shadowed(wide, other)).toEqual([]);
});

it('a rule that is off casts none', () => {
  expect(shadowed({ ...wide, enabled: false }, rule('narrow', { all: [paying, seats(0.8)] }, event))).toEqual(
    [],
  );
});

it('of several that cast a shadow the first by key is named', () => {
  const narrow = rule('narrow', { all: [paying, months, seats(0.8)] }, event);
  const others = [
    rule('b', { all: [months, paying] }, event, { priority: 10 }),
    rule('a', { all: [seats(0.8), months] }, event, { priority: 5 }),
  ];
  expect(shadowed(narrow, ...others)).toEqual([
    'narrow: Whenever this holds, the rule `a` holds too and goes first.',
  ]);
});
