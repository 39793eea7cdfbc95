/** Holds the promise that one bad rule costs one rule, on every evaluator. */
import { referenceEvaluator } from '../../../src/adapters/rules-engine/reference-evaluator';
import type { Condition, Leaf } from '../../../src/domain/rules/condition';
import type { FactSet } from '../../../src/domain/rules/fact-set';
import { compiledEvaluator } from '../../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import type { RuleSet } from '../../../src/domain/rules/rule-set';
import { ruleOf, ruleSetOf } from '../../domain/rules/rule-set-of';

const good = Array.from({ length: 50 }, (_, n) =>
  ruleOf(`good-${String(n).padStart(2, '0')}`, { all: [{ fact: 'n', operator: 'equal', value: 1 }] }),
);
const leaf: Leaf = {
  kind: 'leaf',
  fact: 'n',
  path: [],
  operator: { decorators: [], name: 'equal' },
  operand: { kind: 'literal', value: 1 },
  pointer: '',
};
const trap = {
  get open(): never {
    throw new Error('sprung');
  },
};
const facts: FactSet = {
  values: new Map<string, number | typeof trap>([
    ['n', 1],
    ['trap', trap],
  ]),
  stale: new Set(),
  now: 0,
};

const BROKEN: readonly [string, Condition][] = [
  ['an operator that does not exist', { ...leaf, operator: { decorators: [], name: 'explode' } }],
  ['an operator named like a member of every object', { ...leaf, operator: { decorators: [], name: 'toString' } }],
  ['a fact that throws when it is read', { ...leaf, fact: 'trap', path: ['open'] }],
  ['a condition of no kind', { pointer: '' } as Condition],
  ['a condition that is null', null as unknown as Condition],
];

function withBroken(condition: Condition): RuleSet {
  const set = ruleSetOf([...good, ruleOf('bad', { all: [{ fact: 'n', operator: 'equal', value: 1 }] })]);
  const score = set.stages.score.map((rule) => (rule.document.key === 'bad' ? { ...rule, condition } : rule));
  return { ...set, stages: { ...set.stages, score } };
}

describe.each([plainEvaluator, compiledEvaluator, referenceEvaluator])('the $name evaluator', (evaluator) => {
  it.each(BROKEN)('names a rule with %s and lets the other fifty answer', async (_what, condition) => {
    const compiled = evaluator.compile(withBroken(condition));
    for (const _again of [1, 2]) {
      const outcome = await compiled.evaluate('score', facts);
      expect(outcome.failed.map(({ rule }) => rule.key)).toEqual(['bad']);
      expect(outcome.failed[0]?.message).not.toBe('');
      expect(outcome.matched).toEqual(good);
      expect(outcome.undecided).toEqual([]);
    }
  });

  it('names every rule that refers to a broken audience, and no other', async () => {
    const set = ruleSetOf([...good, ruleOf('referring', { condition: 'broken' })]);
    const audiences = new Map([['broken', { ...leaf, operator: { decorators: [], name: 'explode' } }]]);
    const outcome = await evaluator.compile({ ...set, audiences }).evaluate('score', facts);
    expect(outcome.failed.map(({ rule }) => rule.key)).toEqual(['referring']);
    expect(outcome.matched).toEqual(good);
  });

  it('evaluates the rules of the stage asked for, in priority order, then by key', async () => {
    const always = { all: [{ fact: 'n', operator: 'equal', value: 1 }] };
    const motion = { type: 'assign-motion', params: { motion: 'UPSELL' } } as const;
    const set = ruleSetOf([
      ruleOf('b', always, { priority: 5 }),
      ruleOf('a', always, { priority: 5 }),
      ruleOf('z', always, { priority: 900 }),
      ruleOf('c', always, { priority: 1 }),
      ruleOf('other-stage', always, { event: motion }),
      ruleOf('off', always, { enabled: false }),
    ]);
    const compiled = evaluator.compile(set);
    const { matched } = await compiled.evaluate('score', facts);
    expect(matched.map(({ key }) => key)).toEqual(['z', 'a', 'b', 'c']);
    const motions = await compiled.evaluate('assign-motion', facts);
    expect(motions.matched.map(({ key }) => key)).toEqual(['other-stage']);
    expect((await compiled.evaluate('notify', facts)).matched).toEqual([]);
  });
});
