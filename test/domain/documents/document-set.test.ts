/** Sets of documents: a broken one costs only itself; hashes and file names. */
import fc from 'fast-check';
import { buildDocumentSet, documentsOf } from '../../../src/domain/documents/build-document-set';
import { canonicalText } from '../../../src/domain/documents/canonical-text';
import { documentPath, keyOfFile } from '../../../src/domain/documents/document-path';

import { inReleaseOrder, releaseHash } from '../../../src/domain/documents/release-hash';
import { SAMPLES, bent, sampleSet } from '../../support/document-samples';
import { gatherValues } from '../../support/read-values';

const stored = documentsOf(sampleSet()).map(({ kind, key, document }) => ({
  kind,
  key,
  text: canonicalText(kind, document),
}));

test('stored texts become the set they were written from', () => {
  expect(buildDocumentSet(stored)).toEqual({ documents: sampleSet(), quarantined: [] });
});

test('a text that cannot be read and a key that is not its own cost only themselves', () => {
  const broken = [
    { kind: 'rule', key: 'garbled', text: '{"key":' },
    { kind: 'rule', key: 'other-name', text: stored.find(({ kind }) => kind === 'rule')?.text ?? '' },
  ] as const;
  const { documents, quarantined } = buildDocumentSet([broken[0], ...stored, broken[1]]);
  expect(documents).toEqual(sampleSet());
  expect(quarantined.map(({ key, problems }) => [key, problems[0]?.code])).toEqual([
    ['garbled', 'JSON_SYNTAX'],
    ['other-name', 'KEY_MISMATCH'],
  ]);
});

test('maps iterate in ascending byte order of the key', () => {
  const { documents } = buildDocumentSet([...stored].reverse());
  for (const byKey of Object.values(documents)) expect([...byKey.keys()]).toEqual([...byKey.keys()].sort());
});

test('the hash of a release does not depend on the order in which documents come', () => {
  const documents = stored.map(({ kind, key, text }) => ({ kind, key, hash: String(text.length) }));
  const digest = (text: string) => text;
  const first = releaseHash(documents, digest);
  expect(first.split('\n')[0]).toBe(
    `fact/account.daysPaid/${documents.find(({ key }) => key === 'account.daysPaid')?.hash}`,
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (other) => {
      expect(releaseHash(other, digest)).toBe(first);
    }),
  );
});

test('file names and keys belong to one another', () => {
  for (const { kind, key } of inReleaseOrder(stored)) {
    const path = documentPath(kind, key);
    expect(path).toMatch(/^[a-z]+\/[A-Za-z0-9._-]+\.(json|md)$/);
    expect(keyOfFile(kind, path.slice(kind.length + 1))).toBe(key);
  }
  expect(documentPath('fact', 'usage.*.ratio')).toBe('fact/usage._.ratio.json');
  expect(keyOfFile('topic', 'bundles.json')).toBeNull();
});

test('an import keeps the good documents beside the bad ones, and says which are which', () => {
  const rule = SAMPLES.rule[0];
  const { documents, problems } = gatherValues([
    { kind: 'rule', value: rule },
    { kind: 'rule', value: bent('rule', { key: 'Bad' }) },
    { kind: 'rule', value: rule },
    { kind: 'metric', value: SAMPLES.metric[0] },
  ]);
  expect(documents.map(({ kind, key }) => `${kind}/${key}`)).toEqual(['rule/at-seat-limit', 'metric/seats']);
  expect(problems.map(({ index, problem }) => [index, problem.code])).toEqual([
    [1, 'WRONG_FORMAT'],
    [2, 'DUPLICATE_DOCUMENT'],
  ]);
});

test('an import of more than 5,000 documents is refused before any is read', () => {
  const { documents, problems } = gatherValues(Array(5001).fill({ kind: 'rule', value: null }));
  expect(documents).toEqual([]);
  expect(problems.map(({ problem }) => problem.code)).toEqual(['TOO_MANY_DOCUMENTS']);
});
