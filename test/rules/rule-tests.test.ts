/** Runs every rule test that is shipped beside the rules, one by one. */
import { readdirSync } from 'node:fs';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import { runRuleTest } from '../../src/domain/decisions/run-rule-test';
import { releaseOf, shippedDocuments } from '../support/shipped-rules';

const keys = readdirSync('rules/test').map((name) => name.replace(/\.json$/, ''));
let release: CompiledRelease;

beforeAll(async () => {
  release = releaseOf(await shippedDocuments());
});

test.each(keys)('rule test %s passes', async (key) => {
  const document = release.documents.test.get(key);
  expect(document).toBeDefined();
  if (document !== undefined) expect((await runRuleTest(release, document)).differences).toEqual([]);
});

test('nothing that is shipped is kept out of decisions', () => {
  expect(release.quarantined).toEqual([]);
});
