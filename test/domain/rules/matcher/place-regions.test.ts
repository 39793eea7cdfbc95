import * as fc from 'fast-check';
import type { FactSet, FactValue } from '../../../../src/domain/rules/fact-set';
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
