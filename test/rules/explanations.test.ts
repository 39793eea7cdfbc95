import { decideRuleTest } from '../../src/domain/decisions/run-rule-test';
import { EVENT_TYPES } from '../../src/domain/documents/kinds/rule-document';
import { explainOutcome } from '../../src/domain/explanations/explain-outcome';
import { factsOfStage } from '../../src/domain/explanations/stage-facts';
import { compiledEvaluator } from '../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import type { StageOutcome } from '../../src/domain/rules/rule-evaluator';
import { releaseOf, shippedDocuments } from '../support/shipped-rules';

it.each([plainEvaluator, compiledEvaluator])(
  'of the account of every rule test the explanation tells what the $name evaluator found',
  async (evaluator) => {
    const release = releaseOf(await shippedDocuments(), evaluator);
    for (const test of release.documents.test.values()) {
      const decided = await decideRuleTest(release, test);
      if ('problems' in decided) throw new Error(`${test.key}: ${decided.problems.join(' ')}`);
      const { facts: values, staleFacts: stale, suppressed } = decided.outcome;
      const now = Date.parse(test.at);
      const { rules, offers } = explainOutcome(release, decided.outcome, now);
      const keysOf = (wanted: string) => rules.filter(({ outcome }) => outcome === wanted).map(({ key }) => key);
      const found: StageOutcome[] = [];
      for (const stage of EVENT_TYPES)
        found.push(await release.rules.evaluate(stage, factsOfStage(stage, { values, stale, now })));
      expect(keysOf('MATCHED')).toEqual(found.flatMap(({ matched }) => matched.map(({ key }) => key)));
      expect(keysOf('UNKNOWN')).toEqual(found.flatMap(({ undecided }) => undecided.map(({ rule }) => rule.key)));
      expect(offers.filter(({ made }) => !made).map(({ offerKey, code }) => [offerKey, code])).toEqual(
        suppressed.map(({ offerKey, code }) => [offerKey, code]),
      );
    }
  },
);
