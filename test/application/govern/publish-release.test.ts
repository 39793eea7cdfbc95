/** Publishing: all or nothing, checked, hashed over canonical bytes. */
import { ReleaseCompiler } from '../../../src/application/decide/release-compiler';
import { PublishRelease } from '../../../src/application/govern/publish-release';
import type { NewRelease, ReleaseStore } from '../../../src/application/ports';
import {
  buildDocumentSet,
  documentSetOf,
  documentsOf,
} from '../../../src/domain/documents/build-document-set';
import type { DocumentKind } from '../../../src/domain/documents/document-kind';
import { releaseHash } from '../../../src/domain/documents/release-hash';
import { inOnePiece } from '../../../src/domain/collections/steps';
import { plainEvaluator } from '../../../src/domain/rules/plain-evaluator';
import { bent, sampleSet, soundDocument } from '../../support/document-samples';
import { sha256, textsOf } from '../../support/stored-documents';
import { checkTools } from '../../support/validation';

/** Keeps what was appended, and knows how many there are. */
class ReleasesInMemory implements Pick<ReleaseStore, 'append'> {
  readonly appended: NewRelease[] = [];

  async append(release: NewRelease, expectedCurrent: number): Promise<'appended' | 'conflict'> {
    if (expectedCurrent !== this.appended.length) return 'conflict';
    this.appended.push(release);
    return 'appended';
  }

  current(): NewRelease | undefined {
    return this.appended.at(-1);
  }
}

/** Nobody waits: every step is followed by a pass. */
const turns = { elapsed: () => 0, pass: () => Promise.resolve() };

const publishing = () => {
  const store = new ReleasesInMemory();
  const clock = { now: () => Date.parse('2026-06-01T00:00:00Z') };
  const tools = { ...checkTools, evaluator: plainEvaluator };
  const compiler = new ReleaseCompiler(tools);
  const publish = new PublishRelease({ store, hasher: { sha256 }, clock, turns }, compiler);
  return { store, publish, compiler };
};

const request = (documents = sampleSet(), expectedCurrent = 0) => ({
  documents,
  message: 'First',
  publishedBy: 'ops',
  expectedCurrent,
});

const setWith = (kind: DocumentKind, members: Record<string, unknown>) =>
  documentSetOf([...documentsOf(sampleSet()), soundDocument(kind, bent(kind, members))]);

test('a sound set becomes the next release, and reads back as it was', async () => {
  const { store, publish } = publishing();
  const outcome = await publish.execute(request());
  const release = store.current();
  expect(outcome).toEqual({ outcome: 'published', number: 1, hash: release?.hash, findings: [] });
  expect(release).toMatchObject({
    message: 'First',
    publishedBy: 'ops',
    publishedAt: '2026-06-01T00:00:00.000Z',
  });
  expect(buildDocumentSet(release?.documents ?? [])).toEqual({ documents: sampleSet(), quarantined: [] });
});

test('every document goes by the hash of its text, the release by that of its list', async () => {
  const { store, publish } = publishing();
  await publish.execute(request());
  const documents = store.appended[0]?.documents ?? [];
  expect(documents.every(({ text, hash }) => hash === sha256(text))).toBe(true);
  expect(store.appended[0]?.hash).toBe(releaseHash(documents, sha256));
});

test('the same documents have the same hash, a changed one another', async () => {
  const { publish } = publishing();
  const first = await publish.execute(request());
  const same = await publish.execute(request(sampleSet(), 1));
  const changed = await publish.execute(request(setWith('rule', { priority: 11 }), 2));
  const hashes = [first, same, changed].map((outcome) => 'hash' in outcome && outcome.hash);
  expect(hashes[0]).toBe(hashes[1]);
  expect(hashes[2]).not.toBe(hashes[0]);
});

test('one error and nothing is written', async () => {
  const { store, publish } = publishing();
  const outcome = await publish.execute(request(setWith('offer', { topic: 'nowhere' })));
  expect(outcome).toMatchObject({ outcome: 'refused', findings: [{ kind: 'offer', key: 'growth-plan' }] });
  expect(store.appended).toEqual([]);
});

test('a warning is told and does not refuse', async () => {
  const { publish } = publishing();
  const outcome = await publish.execute(request(setWith('rule', { key: 'the-twin' })));
  expect(outcome).toMatchObject({
    outcome: 'published',
    findings: [{ problem: { code: 'DUPLICATE_RULE' } }],
  });
});

test('who publishes on top of a release that is no longer the newest is told so', async () => {
  const { publish } = publishing();
  await publish.execute(request());
  expect(await publish.execute(request())).toEqual({ outcome: 'conflict' });
});

test('a release that was published is known to the compiler: no text is fetched, and its findings are those of its checks', async () => {
  const { store, publish, compiler } = publishing();
  await publish.execute(request());
  const stored = store.current()?.documents ?? [];
  const reading = compiler.begin(stored);
  expect(reading.missing).toEqual([]);
  const read = inOnePiece(reading.steps(new Map()));
  const compiled = inOnePiece(compiler.steps({ number: 1, hash: 'h' }, read));
  expect(compiled).toMatchObject({ documents: sampleSet(), quarantined: [] });
  const replica = new ReleaseCompiler(compiler.tools).begin(stored);
  expect(inOnePiece(replica.steps(textsOf(stored)))).toEqual(read);
});

test('two who publish on top of the same release at once: one is told of the other', async () => {
  const { store, publish } = publishing();
  const outcomes = await Promise.all([publish.execute(request()), publish.execute(request())]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'published']);
  expect(store.appended).toHaveLength(1);
});
