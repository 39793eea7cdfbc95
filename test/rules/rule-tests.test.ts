/** Runs every rule test that is shipped beside the rules, one by one, on every evaluator. */
import { readdirSync } from 'node:fs';
import { referenceEvaluator } from '../../src/adapters/rules-engine/reference-evaluator';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import { runRuleTest } from '../../src/domain/decisions/run-rule-test';
import { compiledEvaluator } from '../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import { releaseOf, shippedDocuments } from '../support/shipped-rules';

const keys = readdirSync('rules/test').map((name) => name.replace(/\.json$/, ''));

describe.each([plainEvaluator, compiledEvaluator, referenceEvaluator])('on the $name evaluator', (evaluator) => {
  let release: CompiledRelease;

  beforeAll(async () => {
    release = releaseOf(await shippedDocuments(), evaluator);
  });

  test.each(keys)('rule test %s passes', async (key) => {
    const document = release.documents.test.get(key);
    expect(document).toBeDefined();
    if (document !== undefined) expect((await runRuleTest(release, document)).differences).toEqual([]);
  });

  test('nothing that is shipped is kept out of decisions', () => {
    expect(release.quarantined).toEqual([]);
  });
});
