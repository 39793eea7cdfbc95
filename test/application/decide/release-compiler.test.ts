/** One compiler takes release after release: what it remembers never shows, except in how little it does. */
import fc from 'fast-check';
import { ReleaseCompiler } from '../../../src/application/decide/release-compiler';
import { inSlices, type Turns } from '../../../src/application/in-slices';
import { checkDocuments, checkSteps } from '../../../src/domain/checks/check-documents';
import { inOnePiece } from '../../../src/domain/collections/steps';
import type { TemplateLanguage } from '../../../src/domain/decisions/template-language';
import { valueCasesOf } from '../../../src/domain/documents/value-cases';
import type { StoredDocument } from '../../../src/domain/documents/release';
import { compiledEvaluator } from '../../../src/domain/rules/matcher/compiled-evaluator';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import { TOOLS } from '../../support/decisions-release';
import { publishedLists } from '../../support/release-edits';
import { shippedDocuments } from '../../support/shipped-rules';
import { compileStored, contentOf, storedOf, textsOf } from '../../support/stored-documents';

/** What a release is, or why there is none. */
function outcome(documents: readonly StoredDocument[], compiler?: ReleaseCompiler) {
  try {
    return contentOf(compileStored(documents, TOOLS, compiler));
  } catch (fault) {
    return String(fault);
  }
}

const readSet = (documents: readonly StoredDocument[], compiler: ReleaseCompiler) =>
  inOnePiece(compiler.begin(documents).steps(textsOf(documents))).documents;

/** Counts the templates that are read, and hands the clock one slice further with every step. */
function counted() {
  const counts = { templates: 0, passes: 0, mostInOneSlice: 0 };
  let sinceLastPass = 0;
  let now = 0;
  const templates: TemplateLanguage = {
    ...TOOLS.templates,
    read: (source, words) => {
      counts.templates += 1;
      sinceLastPass += 1;
      counts.mostInOneSlice = Math.max(counts.mostInOneSlice, sinceLastPass);
      return TOOLS.templates.read(source, words);
    },
  };
  const turns: Turns = {
    elapsed: () => (now += 1_000),
    pass: () => {
      counts.passes += 1;
      sinceLastPass = 0;
      return Promise.resolve();
    },
  };
  return { counts, turns, tools: { ...TOOLS, templates } };
}

const inTurns = async (documents: readonly StoredDocument[], compiler: ReleaseCompiler, turns: Turns) => {
  const read = await inSlices(compiler.begin(documents).steps(textsOf(documents)), turns);
  return inSlices(compiler.steps({ number: 3, hash: 'h' }, read), turns);
};

const edited = (documents: readonly StoredDocument[], kind: string, from: string, to: string) => {
  const at = documents.findIndex((document) => document.kind === kind && document.text.includes(from));
  return documents.map((document, index) =>
    index === at
      ? { ...document, hash: `${document.hash}-edited`, text: document.text.replace(from, to) }
      : document,
  );
};

test('releases with random edits compile to the same as if each were the first', () => {
  let broken = 0;
  fc.assert(
    fc.property(publishedLists, (lists) => {
      const compiler = new ReleaseCompiler(TOOLS);
      for (const documents of lists) {
        const alone = outcome(documents);
        expect(outcome(documents, compiler)).toEqual(alone);
        broken += typeof alone === 'string' || alone.quarantined.length > 0 ? 1 : 0;
      }
    }),
    { numRuns: 60 },
  );
  expect(broken).toBeGreaterThan(0);
});

test('findings about documents with random edits are the same as if each set were the first', () => {
  fc.assert(
    fc.property(publishedLists, (lists) => {
      const compiler = new ReleaseCompiler(TOOLS);
      for (const documents of lists) {
        const set = readSet(documents, compiler);
        const remembered = inOnePiece(checkSteps(set, TOOLS, compiler.parts.checks));
        expect(remembered).toEqual(checkDocuments(set, TOOLS));
      }
    }),
    { numRuns: 60 },
  );
});

describe('the shipped documents', () => {
  let documents: readonly StoredDocument[];
  beforeAll(async () => {
    documents = storedOf(await shippedDocuments());
  });

  test('compile in slices to the same as in one piece', async () => {
    const { turns } = counted();
    const sliced = await inTurns(documents, new ReleaseCompiler(TOOLS), turns);
    expect(contentOf(sliced)).toEqual(contentOf(compileStored(documents, TOOLS)));
  });

  test('give way after every document, so that no slice reads more than the texts of one', async () => {
    const { counts, turns, tools } = counted();
    await inTurns(documents, new ReleaseCompiler(tools), turns);
    const offers = [...compileStored(documents, TOOLS).documents.offer.values()];
    const textsOfOffer = (offer: (typeof offers)[number]) =>
      (1 + Object.keys(offer.wording).length) *
      (offer.treatments.reduce((sum, { signals }) => sum + 2 + 2 * Object.keys(signals).length, 0) +
        valueCasesOf(offer).length);
    expect(counts.mostInOneSlice).toBeLessThanOrEqual(Math.max(...offers.map(textsOfOffer)));
    // Rule tests are read, and looked at no more.
    const decisive = documents.filter(({ kind }) => kind !== 'test');
    expect(counts.passes).toBeGreaterThan(documents.length + 2 * decisive.length);
  });

  test('compiled again need no text and read no template', async () => {
    const { counts, turns, tools } = counted();
    const compiler = new ReleaseCompiler(tools);
    await inTurns(documents, compiler, turns);
    const before = counts.templates;
    expect(compiler.begin(documents).missing).toEqual([]);
    await inTurns(documents, compiler, turns);
    expect(counts.templates).toBe(before);
  });

  test.each([
    ['rule', '"priority": ', '"priority": 1'],
    ['topic', 'approvedBy: ', 'approvedBy: the '],
  ])('with another %s need its text only, and share everything else', (kind, from, to) => {
    const compiler = new ReleaseCompiler(TOOLS);
    const first = compileStored(documents, TOOLS, compiler);
    const next = edited(documents, kind, from, to);
    expect(compiler.begin(next).missing).toHaveLength(1);
    const second = compileStored(next, TOOLS, compiler);
    const before = new Set<unknown>(Object.values(first.documents).flatMap((map) => [...map.values()]));
    const after = Object.values(second.documents).flatMap((map) => [...map.values()] as unknown[]);
    expect(second.quarantined).toEqual([]);
    expect(after.filter((document) => !before.has(document))).toHaveLength(1);
  });

  test.each([plainEvaluator, compiledEvaluator])(
    'are made ready by the $name evaluator a rule at a time',
    ({ compileSteps }) => {
      const { ruleSet } = compileStored(documents, TOOLS);
      let steps = 0;
      for (const work = compileSteps?.(ruleSet); work !== undefined && work.next().done !== true;) steps += 1;
      expect(steps).toBeGreaterThanOrEqual(Object.values(ruleSet.stages).flat().length);
    },
  );
});
