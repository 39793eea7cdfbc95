import type { ConditionDocument } from '../../../src/domain/documents/kinds/condition-schema';
import { parseRuleSet } from '../../../src/domain/rules/parse-rule-set';
import { documentsOf, ruleOf } from './rule-set-of';

const leaf = { fact: 'n', operator: 'equal', value: 1 };
const always = { all: [leaf] };

it('sorts rules into their stages, by descending priority, then by key', () => {
  const event = { type: 'assign-motion', params: { motion: 'UPSELL' } } as const;
  const { ruleSet, failed } = parseRuleSet(
    documentsOf([
      ruleOf('b', always),
      ruleOf('a-b', always),
      ruleOf('a', always),
      ruleOf('last', always, { priority: 2 }),
      ruleOf('motion', always, { event }),
    ]),
  );
  expect(ruleSet.stages.score.map(({ document }) => document.key)).toEqual(['last', 'a', 'a-b', 'b']);
  expect(ruleSet.stages['assign-motion'].map(({ document }) => document.key)).toEqual(['motion']);
  expect(Object.keys(ruleSet.stages)).toHaveLength(6);
  expect(failed).toEqual([]);
});

it('leaves out rules that are off, even when they could not be read', () => {
  const broken = { all: [{ ...leaf, operator: 'explode' }] };
  const { ruleSet, failed } = parseRuleSet(documentsOf([ruleOf('off', broken, { enabled: false })]));
  expect(ruleSet.stages.score).toEqual([]);
  expect(failed).toEqual([]);
});

it('names what it can not read and keeps the rest', () => {
  const documents = documentsOf(
    [ruleOf('bad', { all: [{ ...leaf, operator: 'equals' }] }), ruleOf('good', always)],
    { odd: { all: [] }, fine: always },
  );
  const { ruleSet, failed } = parseRuleSet(documents);
  expect(failed).toEqual([
    { kind: 'audience', key: 'odd', message: '/conditions/all: `all` is empty.' },
    { kind: 'rule', key: 'bad', message: '/conditions/all/0/operator: `equals` is not an operator.' },
  ]);
  expect(ruleSet.stages.score.map(({ document }) => document.key)).toEqual(['good']);
  expect([...ruleSet.audiences.keys()]).toEqual(['fine']);
});

it('leaves out audiences that lead back to themselves, and only those', () => {
  const { ruleSet, failed } = parseRuleSet(
    documentsOf([], {
      self: { any: [leaf, { condition: 'self' }] },
      one: { not: { condition: 'two' } },
      two: { all: [{ condition: 'three' }, leaf] },
      three: { condition: 'one' },
      outside: { any: [{ condition: 'one' }, { condition: 'plain' }] },
      plain: always,
    }),
  );
  expect(failed.map(({ key }) => key)).toEqual(['self', 'one', 'two', 'three']);
  expect([...ruleSet.audiences.keys()]).toEqual(['outside', 'plain']);
});

it('leaves out what would be too large with its audiences written out', () => {
  const doubling = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [
      `level-${n}`,
      n === 59 ? always : { all: [{ condition: `level-${n + 1}` }, { condition: `level-${n + 1}` }] },
    ]),
  );
  const twice = { any: [{ condition: 'level-48' }, { condition: 'level-48' }, { condition: 'level-48' }] };
  const { ruleSet, failed } = parseRuleSet(documentsOf([ruleOf('sum', twice), ruleOf('fits', always)], doubling));
  expect([...ruleSet.audiences.keys()]).toEqual(Object.keys(doubling).slice(-13));
  expect(ruleSet.stages.score.map(({ document }) => document.key)).toEqual(['fits']);
  expect(failed).toHaveLength(48);
  expect(failed.at(-1)).toEqual({
    kind: 'rule',
    key: 'sum',
    message: 'More than 5000 comparisons once its audiences are written out.',
  });
});

it.each([
  ['null', null],
  ['a text', 'all'],
  ['a group that is no list', { all: 5 }],
  ['a member that is null', { all: [null] }],
  ['an operator that is no text', { all: [{ ...leaf, operator: 7 }] }],
  ['a path that is no text', { all: [{ ...leaf, path: {} }] }],
  ['no end', bottomless(100_000)],
])('names a document whose conditions are %s, though no check would let it in', (_what, conditions) => {
  const bad = conditions as ConditionDocument;
  const { ruleSet, failed } = parseRuleSet(documentsOf([ruleOf('bad', bad), ruleOf('good', always)], { bad }));
  expect(failed.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['audience bad', 'rule bad']);
  expect(ruleSet.stages.score.map(({ document }) => document.key)).toEqual(['good']);
});

function bottomless(depth: number): unknown {
  let condition: unknown = leaf;
  for (let level = 0; level < depth; level += 1) condition = { not: condition };
  return condition;
}
