/** Judges every hostile and every sound document of the corpus, as the doors of the service would. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceEvaluator } from '../../src/adapters/rules-engine/reference-evaluator';
import { liquidTemplateLanguage } from '../../src/adapters/templates/liquid-template-language';
import { checkDocuments } from '../../src/domain/checks/check-documents';
import { documentSetOf, documentsOf } from '../../src/domain/documents/build-document-set';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { gatherValues, type DocumentValue } from '../support/read-values';
import type { Problem } from '../../src/domain/documents/problem';
import { parseJsonStrictly } from '../../src/domain/documents/strict-json';
import { parseRuleSet } from '../../src/domain/rules/parse-rule-set';
import { compiledEvaluator } from '../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import type { RuleEvaluator } from '../../src/domain/rules/rule-evaluator';
import { corpusCatalogue } from '../corpus/corpus-catalogue';
import { corpusFactSet } from '../corpus/corpus-facts';
import { expandDocument } from '../corpus/expand-document';
import { toOurDocuments } from '../corpus/to-our-documents';

jest.mock('jsonpath-plus', () => ({
  JSONPath: () => {
    throw new Error('A document reached jsonpath-plus.');
  },
}));

interface Case {
  readonly id: string;
  readonly category: string;
  readonly document: unknown;
  readonly expected: 'accept' | 'reject';
  readonly expectMatch?: boolean;
  readonly warn?: string;
  readonly why: string;
}

interface Judgement {
  readonly set: DocumentSet | null;
  readonly problems: readonly Problem[];
}

/** Labels that our design makes wrong, with the reason. There are none so far: every label is met as it stands. */
const LABELS_WE_CHANGE: Readonly<Record<string, { expected: 'accept' | 'reject'; because: string }>> = {};

const CASES = readFileSync(join(__dirname, '../corpus/bad-rules.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)
  .map((one) => ({ ...one, expected: LABELS_WE_CHANGE[one.id]?.expected ?? one.expected }));

const refused = CASES.filter(({ expected }) => expected === 'reject');
const accepted = CASES.filter(({ expected }) => expected === 'accept');
const tools = { templates: liquidTemplateLanguage };
const timings = new Map<string, { category: string; expected: string; milliseconds: number }>();

const judgeItems = (items: readonly DocumentValue[]): Judgement => {
  const { documents, problems } = gatherValues(items);
  if (problems.length > 0) return { set: null, problems: problems.map(({ problem }) => problem) };
  const set = documentSetOf([...documentsOf(corpusCatalogue), ...documents]);
  return { set, problems: checkDocuments(set, tools).map(({ problem }) => problem) };
};

const judgeValue = (document: unknown): Judgement => judgeItems(toOurDocuments(document));

const judgeText = (text: string): Judgement => {
  const read = parseJsonStrictly(text);
  return 'problems' in read ? { set: null, problems: read.problems } : judgeValue(read.value);
};

const judge = ({ id, document, category, expected }: Case): Judgement => {
  const expanded = expandDocument(document);
  const raw = (expanded as { readonly $raw?: string } | null)?.$raw;
  const items = raw === undefined ? toOurDocuments(expanded) : [];
  const start = performance.now();
  const judgement = raw === undefined ? judgeItems(items) : judgeText(raw);
  const milliseconds = Math.max(performance.now() - start, timings.get(id)?.milliseconds ?? 0);
  timings.set(id, { category, expected, milliseconds });
  return judgement;
};

const errorsOf = ({ problems }: Judgement) => problems.filter(({ severity }) => severity === 'ERROR');

const matchedKeys = async (evaluator: RuleEvaluator, set: DocumentSet): Promise<string[]> => {
  const rules = evaluator.compile(parseRuleSet(set).ruleSet);
  const { matched } = await rules.evaluate('recommend-offer', corpusFactSet());
  return matched.map(({ key }) => key);
};

beforeAll(() => judgeValue({}));

afterAll(() => {
  const categories = [...new Set(CASES.map(({ category }) => category))];
  const rows = categories.map((category) => {
    const own = [...timings.values()].filter((timing) => timing.category === category);
    const count = (expected: string) => own.filter((timing) => timing.expected === expected).length;
    const slowest = Math.max(...own.map(({ milliseconds }) => milliseconds)).toFixed(1);
    return `${category.padEnd(14)} ${String(count('reject')).padStart(7)} ${String(count('accept')).padStart(8)} ${slowest.padStart(10)}`;
  });
  process.stdout.write(`\n${['category       refused accepted slowest/ms', ...rows].join('\n')}\n`);
});

test.each(refused)('$id is refused with a place and a reason: $why', (one) => {
  const errors = errorsOf(judge(one));
  expect(errors).not.toEqual([]);
  for (const { pointer, message, code } of errors) {
    expect(pointer).toMatch(/^(\/.*)?$/su);
    expect(message.length).toBeGreaterThan(10);
    expect(code).toMatch(/^[A-Z_]+$/);
  }
});

test.each(accepted)('$id is accepted: $why', (one) => {
  expect(errorsOf(judge(one))).toEqual([]);
});

test.each(refused.filter(({ document }) => !JSON.stringify(document).includes('"$')))(
  '$id is refused as text as it is as a value',
  ({ document }) => {
    expect(errorsOf(judgeText(JSON.stringify(document)))).not.toEqual([]);
  },
);

describe.each([plainEvaluator, compiledEvaluator, referenceEvaluator])('the $name evaluator', (evaluator) => {
  test.each(accepted)('answers $id as the corpus expects', async (one) => {
    const { set } = judge(one);
    const matched = set === null ? [] : await matchedKeys(evaluator, set);
    expect(matched.length > 0).toBe(one.expectMatch ?? true);
  });
});

test('a rule that contradicts itself is accepted with a warning', () => {
  const contradiction = CASES.find(({ warn }) => warn === 'never-matches');
  const { problems } = judgeValue(contradiction?.document);
  expect(problems).toContainEqual(expect.objectContaining({ code: 'NEVER_MATCHES', severity: 'WARNING' }));
  expect(problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
});

test('no document has run any code', () => {
  for (const one of CASES) judge(one);
  expect((globalThis as { __CANARY__?: unknown }).__CANARY__).toBeUndefined();
});
