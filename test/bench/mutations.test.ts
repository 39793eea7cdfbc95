/** The mutation run: its corruptions are small and real, the same for the same seed, and almost all of them are stopped. */
import { allMutations, type Mutation } from '../../bench/mutations/all-mutations';
import { drawMutations } from '../../bench/mutations/draw-mutations';
import { edited, misspelt, neighbours, valueAt } from '../../bench/mutations/edit';
import { MutationJudge } from '../../bench/mutations/mutation-judge';
import { MUTATION_KINDS } from '../../bench/mutations/mutation-kinds';
import {
  mutationsTable,
  shareThrough,
  throughList,
  type Judged,
} from '../../bench/mutations/mutations-table';
import { surroundingsOf } from '../../bench/mutations/surroundings';
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { liquidTemplateLanguage } from '../../src/adapters/templates/liquid-template-language';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { plainEvaluator } from '../../src/domain/rules/plain-evaluator';
import { shippedDocuments } from '../support/shipped-rules';

const TOOLS = { evaluator: plainEvaluator, templates: liquidTemplateLanguage };
let documents: DocumentSet;
let all: readonly Mutation[];

beforeAll(async () => {
  documents = await shippedDocuments();
  const { files } = await new RulesDirectory('rules').list();
  all = allMutations(files, surroundingsOf(documents));
});

async function judged(mutations: readonly Mutation[]): Promise<readonly Judged[]> {
  const judge = new MutationJudge(documents, TOOLS);
  const verdicts: Judged[] = [];
  for (const mutation of mutations) verdicts.push({ mutation, verdict: await judge.judge(mutation) });
  return verdicts;
}

function the(kind: string, key: string, pointer: string): Mutation {
  const found = all.find((m) => m.document.key === key && m.kind === kind && m.pointer === pointer);
  if (found === undefined) throw new Error(`${kind} of ${key} at ${pointer}`);
  return found;
}

test('an edit changes one place and leaves the document given as it was', () => {
  const document = { a: [{ b: 1 }, { b: 2 }], c: 'x' };
  expect(edited(document, ['a', 1, 'b'], 3)).toEqual({ a: [{ b: 1 }, { b: 3 }], c: 'x' });
  expect(edited(document, ['a', 0], undefined)).toEqual({ a: [{ b: 2 }], c: 'x' });
  expect(edited(document, ['c'], undefined)).toEqual({ a: [{ b: 1 }, { b: 2 }] });
  expect(document).toEqual({ a: [{ b: 1 }, { b: 2 }], c: 'x' });
  expect(valueAt(document, ['a', 1, 'b'])).toBe(2);
  expect(valueAt(document, ['a', 7, 'b'])).toBeUndefined();
});

test('neighbours go round the list, and a misspelt name is another name', () => {
  expect(neighbours(['a', 'b', 'c'], 'c')).toEqual(['a', 'b']);
  expect(neighbours(['a', 'b'], 'a')).toEqual(['b']);
  expect(neighbours(['a'], 'a')).toEqual([]);
  for (const name of ['now', 'account.plan', 'aa', 'book']) expect(misspelt(name)).not.toBe(name);
});

test('every kind of corruption finds places in the shipped documents', () => {
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(MUTATION_KINDS));
});

test('a seed draws the same corruptions again, each once, and another seed draws others', () => {
  const drawn = drawMutations(all, 200, 1);
  expect(new Set(drawn).size).toBe(200);
  expect(drawMutations(all, 200, 1)).toEqual(drawn);
  expect(drawMutations(all, 200, 2)).not.toEqual(drawn);
});

test('what is corrupted is stopped by the checks, by a rule test, or by nothing', async () => {
  const [misspeltFact, opened, unseen] = [
    the('fact misspelt', 'past-tenure', '/conditions/all/0/fact'),
    the('operator flipped', 'past-tenure', '/conditions/all/0/operator'),
    the('policy setting', 'default', '/requireApproval'),
  ];
  const found = await judged([misspeltFact, opened, unseen]);
  expect(found.map(({ verdict }) => verdict.by)).toEqual(['checks', 'tests', 'nothing']);
  expect(found[0]?.verdict.name).toBe('UNKNOWN_FACT');
  expect(documents.test.has(found[1]?.verdict.name ?? '')).toBe(true);
  expect(throughList(found)).toBe(
    'Got through:\n- policy/default /requireApproval: false → true (policy setting)',
  );
  expect(mutationsTable(found)).toContain(
    '| all              | 3    | 1                 | 1                | 1 (33.3 %)',
  );
});

test('documents without problems and with passing rule tests are sound', async () => {
  expect(await new MutationJudge(documents, TOOLS).soundness()).toEqual([]);
  const test = documents.test.get('tenure-day-90-is-out');
  if (test === undefined) throw new Error('The test is not shipped.');
  const broken = { ...test, expect: { offers: ['growth-plan'] } };
  const failing = { ...documents, test: new Map([...documents.test, [test.key, broken]]) };
  expect(await new MutationJudge(failing, TOOLS).soundness()).toEqual([test.key]);
});

test('of 200 corruptions at most one in twenty gets through', async () => {
  const verdicts = await judged(drawMutations(all, 200, 20_260_601));
  expect({ share: shareThrough(verdicts) <= 0.05, through: throughList(verdicts) }).toMatchObject({
    share: true,
  });
});
