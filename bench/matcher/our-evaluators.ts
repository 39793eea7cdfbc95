/** Puts our own evaluators on the bench. */
import type { RuleDocument } from '../../src/domain/documents/kinds/rule-document';
import type { RuleEvaluator } from '../../src/domain/rules/rule-evaluator';
import type { EngineUnderTest } from './engine-under-test';

/** The evaluator behind its port, as the service uses it: facts in, outcome of the stage out. */
export function ourEvaluator(evaluator: RuleEvaluator): EngineUnderTest {
  return {
    name: `ours, ${evaluator.name}`,
    decides: true,
    prepare: ({ ruleSet }) => {
      const rules = evaluator.compile(ruleSet);
      return {
        about: (facts) => () => {
          const outcome = rules.evaluate('notify', facts);
          return outcome instanceof Promise ? outcome.then(({ matched }) => matched) : outcome.matched;
        },
        keyOf: (fired) => (fired as RuleDocument).key,
      };
    },
  };
}
