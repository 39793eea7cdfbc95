/** Publishing: all or nothing, checked, hashed over canonical bytes. */
import { createHash } from 'node:crypto';
import { PublishRelease } from '../../../src/application/govern/publish-release';
import type { NewRelease, ReleaseStore } from '../../../src/application/ports';
import {
  buildDocumentSet,
  documentSetOf,
  documentsOf,
} from '../../../src/domain/documents/build-document-set';
import type { DocumentKind } from '../../../src/domain/documents/document-kind';
import { releaseHash } from '../../../src/domain/documents/release-hash';
import { bent, sampleSet, soundDocument } from '../../support/document-samples';
import { checkTools } from '../../support/validation';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Keeps what was appended, and knows how many there are. */
class ReleasesInMemory implements ReleaseStore {
  readonly appended: NewRelease[] = [];

  async append(release: NewRelease, expectedCurrent: number): Promise<'appended' | 'conflict'> {
    if (expectedCurrent !== this.appended.length) return 'conflict';
    this.appended.push(release);
    return 'appended';
  }

  async byNumber(number: number) {
    const release = this.appended[number - 1];
    return release === undefined ? null : { ...release, number };
  }

  current() {
    return this.byNumber(this.appended.length);
  }

  async currentNumber() {
    return this.appended.length;
  }
}

const publishing = () => {
  const store = new ReleasesInMemory();
  const clock = { now: () => Date.parse('2026-06-01T00:00:00Z') };
  const publish = new PublishRelease(store, { sha256 }, clock, checkTools);
  return { store, publish };
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
  const release = await store.current();
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
