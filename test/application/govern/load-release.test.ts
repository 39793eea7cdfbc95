/** A stored release comes into memory piece by piece, and only what is new of it. */
import type { ReleaseReader } from '../../../src/application/govern/release-reader';
import { LoadRelease } from '../../../src/application/govern/load-release';
import { ReleaseCompiler } from '../../../src/application/decide/release-compiler';
import { ReleaseInForce } from '../../../src/application/govern/release-in-force';
import type { StoredDocument } from '../../../src/domain/documents/release';
import { ALWAYS, documentsOf, rule, TOOLS } from '../../support/decisions-release';
import { compileStored, contentOf, storedOf, textsOf } from '../../support/stored-documents';
import { collectGarbage } from '../../support/collect-garbage';

/** So many notices beside the standard documents; the numbered one says something of its own. */
function documentsWith(rules: number, numbered = 0): StoredDocument[] {
  const drafts = Array.from({ length: rules }, (_, at) =>
    rule(`notice-${at}`, ALWAYS, {
      type: 'notify',
      params: {
        kind: 'SERVICE',
        placements: ['billing-page'],
        title: `Title ${at === 0 ? numbered : at}`,
        body: 'B',
      },
    }),
  );
  return storedOf(documentsOf({ rule: drafts }));
}

/** Releases in memory, each list by its number, and what was asked for. */
function stored(...lists: readonly (readonly StoredDocument[])[]) {
  const asked = { lines: [] as number[], texts: [] as number[] };
  const texts = new Map(lists.flatMap((list) => [...textsOf(list)]));
  const reader: ReleaseReader = {
    hashOf: (number) => Promise.resolve(lists[number - 1] === undefined ? null : `hash ${number}`),
    listed: (number, skip, limit) => {
      const lines = (lists[number - 1] ?? []).slice(skip, skip + limit);
      asked.lines.push(lines.length);
      return Promise.resolve(lines.map(({ kind, key, hash }) => ({ kind, key, hash })));
    },
    texts: (hashes) => {
      asked.texts.push(hashes.length);
      return Promise.resolve(new Map(hashes.map((hash) => [hash, texts.get(hash) ?? ''])));
    },
  };
  return { asked, reader };
}

const turns = { elapsed: () => 0, pass: () => Promise.resolve() };

const loading = (reader: ReleaseReader) => new LoadRelease(reader, new ReleaseCompiler(TOOLS), turns);

test('a release that is not there is null', async () => {
  expect(await loading(stored().reader).execute(1)).toBeNull();
});

test('a release is the same as when it is read and compiled in one piece', async () => {
  const documents = documentsWith(3);
  const loaded = await loading(stored(documents).reader).execute(1);
  const whole = { ...compileStored(documents, TOOLS), number: 1, hash: 'hash 1' };
  expect(loaded === null ? null : contentOf(loaded)).toEqual(contentOf(whole));
});

test('a long list is read in pieces, and so are the texts', async () => {
  const documents = documentsWith(1_000);
  const { asked, reader } = stored(documents);
  const loaded = await loading(reader).execute(1);
  expect(loaded?.documents.rule.size).toBe(documents.filter(({ kind }) => kind === 'rule').length);
  expect(Math.max(...asked.lines)).toBe(500);
  expect(Math.max(...asked.texts)).toBe(200);
});

test('of the next release only the text that changed is read', async () => {
  const { asked, reader } = stored(documentsWith(10, 1), documentsWith(10, 2));
  const load = loading(reader);
  await load.execute(1);
  asked.texts.length = 0;
  const second = await load.execute(2);
  expect(asked.texts).toEqual([1]);
  expect(second?.texts.notices.size).toBe(10);
});

test('releases that came and went are let go, all but the last', async () => {
  const releases = Array.from({ length: 200 }, (_, at) => documentsWith(3, at));
  const load = loading(stored(...releases).reader);
  let number = 0;
  const inForce = new ReleaseInForce({ currentNumber: () => Promise.resolve(number) }, (of) =>
    load.execute(of),
  );
  const held: WeakRef<object>[] = [];
  const changed: WeakRef<object>[] = [];
  while (number < releases.length) {
    number += 1;
    await inForce.refresh();
    held.push(new WeakRef(inForce.current()));
    changed.push(new WeakRef(inForce.current().documents.rule.get('notice-0') ?? {}));
  }
  await collectGarbage();
  const alive = (refs: readonly WeakRef<object>[]) => refs.filter((ref) => ref.deref() !== undefined).length;
  expect(inForce.current().number).toBe(200);
  expect(alive(held)).toBe(1);
  expect(alive(changed)).toBeLessThanOrEqual(2);
});
