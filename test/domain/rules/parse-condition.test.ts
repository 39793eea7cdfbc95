import type { ConditionDocument } from '../../../src/domain/documents/kinds/condition-schema';
import { parseCondition } from '../../../src/domain/rules/parse-condition';

const leaf = { fact: 'account.plan', operator: 'equal', value: 'starter' };
const parsedLeaf = {
  kind: 'leaf',
  fact: 'account.plan',
  path: [],
  operator: { decorators: [], name: 'equal' },
  operand: { kind: 'literal', value: 'starter' },
};

it('keeps the tree, with the pointer of every node', () => {
  const document = { all: [leaf, { any: [{ not: leaf }, { condition: 'paid' }] }] };
  expect(parseCondition(document, '/conditions')).toEqual({
    condition: {
      kind: 'all',
      pointer: '/conditions',
      conditions: [
        { ...parsedLeaf, pointer: '/conditions/all/0' },
        {
          kind: 'any',
          pointer: '/conditions/all/1',
          conditions: [
            {
              kind: 'not',
              pointer: '/conditions/all/1/any/0',
              condition: { ...parsedLeaf, pointer: '/conditions/all/1/any/0/not' },
            },
            { kind: 'audience', key: 'paid', pointer: '/conditions/all/1/any/1' },
          ],
        },
      ],
    },
  });
});

it('reads paths on both sides', () => {
  const document = {
    fact: 'crm',
    path: '$.mrr.amount',
    operator: 'not:lessThan',
    value: { fact: 'plan', path: "$['odd.key']" },
  };
  expect(parseCondition(document, '')).toEqual({
    condition: {
      kind: 'leaf',
      fact: 'crm',
      path: ['mrr', 'amount'],
      operator: { decorators: ['not'], name: 'lessThan' },
      operand: { kind: 'fact', fact: 'plan', path: ['odd.key'] },
      pointer: '',
    },
  });
});

it.each([[null], [['a', 1]], [0], [false], ['']])('takes %j as a literal', (value) => {
  const parsed = parseCondition({ ...leaf, value }, '');
  expect(parsed).toMatchObject({ condition: { operand: { kind: 'literal', value } } });
});

it('finds every problem, in document order', () => {
  const document: ConditionDocument = {
    all: [
      { ...leaf, operator: 'equals' },
      { any: [] },
      { not: { fact: 'crm', path: '$..*', operator: 'equal', value: { fact: 'crm', path: 'stage' } } },
    ],
  };
  expect(parseCondition(document, '/conditions')).toEqual({
    problems: [
      {
        pointer: '/conditions/all/0/operator',
        message: '`equals` is not an operator.',
        hint: 'Did you mean `equal`?',
      },
      { pointer: '/conditions/all/1/any', message: '`any` is empty.', hint: 'Add a condition.' },
      {
        pointer: '/conditions/all/2/not/path',
        message: expect.stringContaining('"..*"') as string,
        hint: null,
      },
      {
        pointer: '/conditions/all/2/not/value/path',
        message: 'The path `stage` must begin with `$`.',
        hint: null,
      },
    ],
  });
});
