/** Requirement V8: what goes from files into the database comes back as the same files, byte for byte. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { RulesDirectory } from '../../../src/adapters/files/rules-directory';
import { RulesFolder } from '../../../src/adapters/files/rules-folder';
import { sha256Hasher } from '../../../src/adapters/runtime/sha256-hasher';
import { loadRulesDirectory } from '../../../src/application/govern/load-rules-directory';
import type { PullOptions } from '../../../src/application/govern/pull-documents';
import { storedDocuments } from '../../../src/application/govern/stored-documents';
import { documentSetOf, documentsOf } from '../../../src/domain/documents/build-document-set';
import type { DocumentSet } from '../../../src/domain/documents/document-set';
import { documentPath } from '../../../src/domain/documents/document-path';
import type { KeyedDocument } from '../../../src/domain/documents/keyed-document';
import type { StoredDocument } from '../../../src/domain/documents/release';
import { describeEachDatabase } from '../../support/databases';
import { sampleSet } from '../../support/document-samples';
import { replicaOf } from '../../support/governed-database';
import { shippedDocuments } from '../../support/shipped-rules';

const PLAIN: PullOptions = { draft: false, prune: false, force: false, dryRun: false };
const stored = (set: DocumentSet) => storedDocuments(set, sha256Hasher);

/** Every file below a folder with its bytes, whatever its name. */
async function bytesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map(async (name) => (await readFile(name)).toString('hex')));
  return new Map(
    files.map((name, index) => [name.slice(folder.length + 1), texts[index] ?? '']).sort() as [
      string,
      string,
    ][],
  );
}

/** Any words that a document may hold. */
const words = fc
  .string({ unit: fc.constantFrom('a', 'Z', ' ', '"', '\\', '/', 'é', '☕', '🚀', '中', '{', '%') })
  .map((text) => `x${text}x`);

/** Sound documents of every kind, some left out, their words and keys made up. */
const anySet = fc
  .record({
    kept: fc.infiniteStream(fc.boolean()),
    text: words,
    body: words,
    key: fc.stringMatching(/^key-[a-z0-9]{1,12}(-[a-z0-9]{1,6})?$/),
  })
  .map(({ kept, text, body, key }) => {
    const changed = documentsOf(sampleSet()).map((one): KeyedDocument => {
      if (one.kind === 'topic')
        return { ...one, document: { ...one.document, title: text, body: `${body}\n` } };
      if (one.kind === 'rule') return { ...one, key, document: { ...one.document, key, description: text } };
      return one.kind === 'audience' ? { ...one, document: { ...one.document, name: text } } : one;
    });
    return documentSetOf(changed.filter(() => kept.next().value === true));
  });

describeEachDatabase('documents that went into the database', (database) => {
  let folder = '';
  let published = 0;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'pulled-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const publish = async (documents: readonly StoredDocument[]) => {
    const release = { message: 'm', publishedBy: 'p', publishedAt: '2026-06-01T00:00:00.000Z', documents };
    const hash = sha256Hasher.sha256(`${published}`);
    expect(await database.stores.releases.append({ ...release, hash }, published)).toBe('appended');
    published += 1;
  };
  const governed = () => replicaOf(database.stores);
  const pull = async (options: Partial<PullOptions> = {}, into = folder) => {
    const outcome = await governed().pullDocuments.execute(new RulesFolder(into), { ...PLAIN, ...options });
    if (outcome === null) throw new Error('Nothing is published.');
    return outcome;
  };
  const write = async (path: string, text: string | Uint8Array) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };

  it('come back as the shipped files, byte for byte, and nothing else with them', async () => {
    await publish(stored(await shippedDocuments()));
    const into = join(folder, 'not', 'there', 'yet');
    const first = await pull({}, into);
    expect(first).toMatchObject({ edited: [], removed: [], left: [], unwritable: [], same: 0 });
    const shipped = new Map([...(await bytesIn('rules'))].filter(([name]) => !name.endsWith('README.md')));
    expect([first.written.length, await bytesIn(into)]).toEqual([shipped.size, shipped]);
    expect(await pull({}, into)).toMatchObject({ written: [], same: shipped.size });
  });

  it('come back as any set they were, and are read as the same documents', async () => {
    const law = fc.asyncProperty(anySet, async (set) => {
      await publish(stored(set));
      const outcome = await pull({ prune: true });
      expect(outcome.edited).toEqual([]);
      expect(await loadRulesDirectory(new RulesDirectory(folder))).toEqual({ documents: set, problems: [] });
      const files = stored(set).map(({ kind, key, text }) => [
        documentPath(kind, key),
        Buffer.from(text).toString('hex'),
      ]);
      expect(await bytesIn(folder)).toEqual(new Map(files.sort() as [string, string][]));
      expect(await pull({ prune: true })).toMatchObject({ written: [], removed: [], left: [] });
    });
    await fc.assert(law, { numRuns: 40 });
  }, 120_000);

  describe('over files that are there', () => {
    const [rule] = stored(sampleSet()).filter(({ kind }) => kind === 'rule');
    const mine = rule === undefined ? '' : documentPath(rule.kind, rule.key);
    const size = stored(sampleSet()).length;
    beforeEach(async () => {
      await publish(stored(sampleSet()));
      await pull();
    });

    it('write those only that differ, and say which', async () => {
      await rm(join(folder, mine));
      expect(await pull({ dryRun: true })).toMatchObject({ written: [mine], same: size - 1 });
      expect((await bytesIn(folder)).has(mine)).toBe(false);
      expect(await pull()).toMatchObject({ written: [mine], same: size - 1 });
    });

    it.each<[string, string | Uint8Array]>([
      ['an edit', `${rule?.text} `.replace('Nearly', 'Almost')],
      ['what is no document', '{'],
      ['what is no text', Uint8Array.of(0xff, 0xfe)],
    ])('refuse to overwrite %s, write nothing at all, and do when forced', async (_what, text) => {
      await write(mine, text);
      await rm(join(folder, documentPath('topic', 'bundles')));
      const before = await bytesIn(folder);
      expect((await pull()).edited).toEqual([mine]);
      expect(await bytesIn(folder)).toEqual(before);
      expect(await pull({ force: true })).toMatchObject({ edited: [], same: size - 2 });
      expect((await loadRulesDirectory(new RulesDirectory(folder))).documents).toEqual(sampleSet());
    });

    it('overwrite what another layout or line end makes of a published document', async () => {
      await write(mine, `${JSON.stringify(JSON.parse(rule?.text ?? ''), null, 7).replaceAll('\n', '\r\n')}`);
      expect(await pull()).toMatchObject({ edited: [], written: [mine] });
    });

    it('leave files of documents that are gone, remove them when told to, and never unpublished ones', async () => {
      await publish(stored(sampleSet()).filter((one) => one.key !== rule?.key));
      expect(await pull()).toMatchObject({ left: [mine], removed: [] });
      await write('rule/unpublished.json', (rule?.text ?? '').replace(`"${rule?.key}"`, '"unpublished"'));
      expect(await pull({ prune: true })).toMatchObject({ edited: ['rule/unpublished.json'] });
      expect((await bytesIn(folder)).has(mine)).toBe(true);
      await rm(join(folder, 'rule/unpublished.json'));
      expect(await pull({ prune: true })).toMatchObject({ removed: [mine], left: [] });
      expect((await bytesIn(folder)).has(mine)).toBe(false);
    });

    it.each(['../../escaped', '/etc/passwd', '.hidden', 'a/b', 'a\\b', '', '..', 'a\u0000'])(
      'never become files outside of their folder: a row with the key %j',
      async (key) => {
        await publish([{ kind: 'rule', key, text: 'x', hash: sha256Hasher.sha256('x') }]);
        const outcome = await pull({ force: true });
        expect(outcome).toMatchObject({ unwritable: [`rule/${key}`], written: [] });
      },
    );

    it('come with what is pending when asked for, which is not lost when they come without it', async () => {
      const { version } = await database.stores.drafts.document('rule', rule?.key ?? '');
      const saved = await governed().saveBent('rule', { description: 'Pending words.' }, version);
      expect(saved).toMatchObject({ error: null });
      expect(await pull({ draft: true, dryRun: true })).toMatchObject({ written: [mine], same: size - 1 });
      await pull({ draft: true });
      expect(await readFile(join(folder, mine), 'utf8')).toContain('"Pending words."');
      expect(await pull()).toMatchObject({ edited: [], written: [mine] });
      expect(await readFile(join(folder, mine), 'utf8')).toBe(rule?.text);
    });

    it('stay whole when a write breaks off', async () => {
      const path = documentPath('topic', 'bundles');
      await write('topic/bundles.md', 'an older text');
      await mkdir(join(folder, 'topic', `.bundles.md.${process.pid}.new`));
      await expect(pull({ force: true })).rejects.toMatchObject({ code: 'EISDIR' });
      expect(await readFile(join(folder, path), 'utf8')).toBe('an older text');
    });

    it('leave nothing beside the files', async () => {
      expect([...(await bytesIn(folder)).keys()].filter((name) => name.includes('.new'))).toEqual([]);
    });
  });
});
