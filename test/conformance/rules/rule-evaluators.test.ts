/** Holds every evaluator to the case files: the semantics of the rule language, case by case. */
import { referenceEvaluator } from '../../../src/adapters/rules-engine/reference-evaluator';
import { OPERATORS } from '../../../src/domain/rules/operators/operator-catalogue';
import { compiledEvaluator } from '../../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import type { StageOutcome } from '../../../src/domain/rules/rule-evaluator';
import { ruleOf, ruleSetOf } from '../../domain/rules/rule-set-of';
import { factsOf, freeze, readCaseFiles, type RuleCase } from './rule-case';

const files = readCaseFiles();

function expected({ truth, missing = [], staleWanting = [] }: RuleCase): unknown {
  return {
    matched: truth === 'TRUE' ? ['case'] : [],
    undecided: truth === 'UNKNOWN' ? [{ rule: 'case', missing, stale: staleWanting }] : [],
    failed: [],
  };
}

function shorten({ matched, undecided, failed }: StageOutcome): unknown {
  return {
    matched: matched.map(({ key }) => key),
    undecided: undecided.map(({ rule, missing, stale }) => ({ rule: rule.key, missing, stale })),
    failed: failed.map(({ message }) => message),
  };
}

describe.each([plainEvaluator, compiledEvaluator, referenceEvaluator])('the $name evaluator', (evaluator) => {
  describe.each(files)('$topic', (file) => {
    it.each(file.cases)('$says: $truth', async (ruleCase) => {
      const compiled = evaluator.compile(
        freeze(ruleSetOf([ruleOf('case', ruleCase.conditions)], ruleCase.audiences ?? {})),
      );
      const outcome = await compiled.evaluate('score', factsOf(file, ruleCase));
      expect(shorten(outcome)).toEqual(expected(ruleCase));
    });

    it.each(file.cases)('$says: $truth for an audience of that condition', async (ruleCase) => {
      const audiences = { ...ruleCase.audiences, asked: ruleCase.conditions };
      const compiled = evaluator.compile(ruleSetOf([], audiences));
      expect(await compiled.audience('asked', factsOf(file, ruleCase))).toBe(ruleCase.truth);
    });
  });
});

it('has a case file for every operator', () => {
  expect(files.map(({ topic }) => topic)).toEqual(expect.arrayContaining([...OPERATORS.keys()]));
});
