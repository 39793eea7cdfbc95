import * as fc from 'fast-check';
import type { FactSet, FactValue } from '../../../../src/domain/rules/fact-set';
import { FactOrder, FactTable } from '../../../../src/domain/rules/fact-table';
import { compiledEvaluator } from '../../../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../../../src/domain/rules/plain-evaluator';
import type { StageOutcome } from '../../../../src/domain/rules/rule-evaluator';
import { ruleOf, ruleSetOf } from '../rule-set-of';

const asks = (fact: string, operator: string, value: FactValue) => ({ all: [{ fact, operator, value: value as string }] });
const set = ruleSetOf([
  ruleOf('many', asks('n', 'greaterThan', 3)),
  ruleOf('text', asks('t', 'in', ['a', 'b'])),
  ruleOf('late', asks('d', 'after', '2026-06-01T00:00:00Z')),
  ruleOf('near', asks('d', 'withinDays', 2)),
]);
const other = { ...set.stages.score[0]!, condition: { ...set.stages.score[0]!.condition } };
const rules = {
  ...set,
  stages: { ...set.stages, suppress: ruleSetOf([ruleOf('few', asks('n', 'greaterThan', 1))]).stages.score, notify: [other] },
};

const values = fc.record(
  {
    n: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom('a', true, ['a'])),
    t: fc.constantFrom<FactValue>('a', 'b', 'c', ['a', 'c'], [], 3),
    d: fc.constantFrom('2026-05-31T00:00:00.000Z', '2026-06-02T00:00:00.000Z', 'now', 'no date'),
  },
  { requiredKeys: [] },
);
const steps = fc.array(
  fc.record({ stage: fc.constantFrom('score' as const, 'suppress' as const, 'notify' as const), values, day: fc.nat(3) }),
  { minLength: 2, maxLength: 12 },
);

const keys = (outcome: StageOutcome) => [
  outcome.matched.map(({ key }) => key),
  outcome.undecided.map(({ rule }) => rule.key),
];

it('answers as if nothing was evaluated before, whatever other stages, facts and clocks saw', () => {
  const shared = compiledEvaluator.compile(rules);
  const plain = plainEvaluator.compile(rules);
  fc.assert(
    fc.property(steps, (asked) => {
      for (const { stage, values: given, day } of asked) {
        const now = Date.parse('2026-06-01T00:00:00Z') + day * 86_400_000;
        const facts: FactSet = { values: new Map(Object.entries(given)), stale: new Set(), now };
        const answers = [shared, plain].map((evaluator) => keys(evaluator.evaluate(stage, facts) as StageOutcome));
        expect(answers[0]).toEqual(answers[1]);
      }
    }),
  );
});

const FOUND = ['n', 't', 'd', 'o'] as const;
const order = new FactOrder(['d', 'unasked', 'n', 't', 'o']);
const withMember = {
  ...rules,
  stages: {
    ...rules.stages,
    'assign-motion': ruleSetOf([
      ruleOf('member', { all: [{ fact: 'o', path: '$.size', operator: 'greaterThan', value: 2 }] }),
      ruleOf('pair', { all: [{ fact: 'n', operator: 'greaterThan', value: { fact: 'unasked' } }] }),
    ]).stages.score,
  },
};
const found = fc.record({
  stage: fc.constantFrom('score' as const, 'suppress' as const, 'notify' as const, 'assign-motion' as const),
  sets: fc.array(fc.tuple(fc.constantFrom(...FOUND, 'unasked' as const), fc.constantFrom<FactValue>(1, 5, 'a', 'c', '2026-06-02T00:00:00.000Z', { size: 3 }, { size: 1 })), {
    maxLength: 3,
  }),
  isNew: fc.boolean(),
});

it('sees what was found between two stages of the same facts', () => {
  const shared = compiledEvaluator.compile(withMember);
  const plain = plainEvaluator.compile(withMember);
  const now = Date.parse('2026-06-01T00:00:00Z');
  fc.assert(
    fc.property(fc.array(found, { minLength: 2, maxLength: 12 }), (asked) => {
      let table = new FactTable(order);
      for (const { stage, sets, isNew } of asked) {
        if (isNew) table = new FactTable(order);
        for (const [name, value] of sets) table.set(name, value);
        const facts: FactSet = { values: table, stale: new Set(), now };
        const answers = [shared, plain].map((evaluator) => keys(evaluator.evaluate(stage, facts) as StageOutcome));
        expect(answers[0]).toEqual(answers[1]);
      }
    }),
    { numRuns: 500 },
  );
});
