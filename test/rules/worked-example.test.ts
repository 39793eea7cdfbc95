/** Follows the worked example of docs/rules.md to the letter: what it tells ops to write works. */
import { readFileSync } from 'node:fs';
import { runRuleTest } from '../../src/domain/decisions/run-rule-test';
import { canonicalText } from '../../src/domain/documents/canonical-text';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import type { ConditionDocument } from '../../src/domain/documents/kinds/condition-schema';
import { parseDocumentText } from '../../src/domain/documents/parse-document-text';
import { releaseOf, shippedDocuments, withRule } from '../support/shipped-rules';

const blocks = [...readFileSync('docs/rules.md', 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, text]) => text ?? '',
);
const [ruleText = '', demandText = '', ...testTexts] = blocks;

function read<K extends 'rule' | 'test'>(kind: K, text: string) {
  const parsed = parseDocumentText(kind, text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

function withDemand(documents: DocumentSet, condition: ConditionDocument): DocumentSet {
  const audience = documents.audience.get('shows-demand');
  if (audience === undefined) throw new Error('The audience shows-demand is not shipped.');
  const conditions = { any: [audience.conditions, condition] };
  return { ...documents, audience: new Map(documents.audience).set(audience.key, { ...audience, conditions }) };
}

test('its documents are in canonical form', () => {
  expect(canonicalText('rule', read('rule', ruleText))).toBe(ruleText);
  expect(testTexts).toHaveLength(2);
  for (const text of testTexts) expect(canonicalText('test', read('test', text))).toBe(text);
});

test('its tests pass with its rule, and the first fails without', async () => {
  const shipped = await shippedDocuments();
  const extended = withDemand(shipped, JSON.parse(demandText) as ConditionDocument);
  const edited = releaseOf(withRule(extended, read('rule', ruleText)));
  const tests = testTexts.map((text) => read('test', text));
  for (const test of tests) expect((await runRuleTest(edited, test)).differences).toEqual([]);
  const unedited = releaseOf(shipped);
  expect(await Promise.all(tests.map(async (test) => (await runRuleTest(unedited, test)).passed))).toEqual([
    false,
    true,
  ]);
});
