import { createHash } from 'node:crypto';
import type { NewRelease } from '../../../src/application/ports';
import type { StoredDocument } from '../../../src/domain/documents/release';
import { describeEachDatabase } from '../../support/databases';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const document = (key: string, text: string): StoredDocument => ({
  kind: 'rule',
  key,
  text,
  hash: sha256(text),
});

function release(message: string, documents: readonly StoredDocument[]): NewRelease {
  const publishedAt = '2026-06-01T12:34:56.789Z';
  return { hash: sha256(message), message, publishedBy: 'ops@example.com', publishedAt, documents };
}

describeEachDatabase('releases', (database) => {
  const store = () => database.stores.releases;
  const shared = document('shared', 'the same text ☕ 🚀\n');

  it('begin with none', async () => {
    expect([await store().currentNumber(), await store().current()]).toEqual([0, null]);
    expect(await store().byNumber(1)).toBeNull();
  });

  it('come back byte for byte, documents in their order', async () => {
    const documents = [document('z', '{ "key": "z" }\r\n'), shared, document('a', ' \n')];
    expect(await store().append(release('first 🎉', documents), 0)).toBe('appended');
    expect(await store().current()).toEqual({ number: 1, ...release('first 🎉', documents) });
    expect(await store().currentNumber()).toBe(1);
  });

  it('share documents, within one release and between two', async () => {
    const twin = { ...shared, key: 'twin' };
    const documents = [shared, twin, document('b', 'another')];
    expect(await store().append(release('second', documents), 1)).toBe('appended');
    expect((await store().current())?.documents).toEqual(documents);
    expect((await store().byNumber(1))?.documents).toHaveLength(3);
  });

  it.each([0, 1, 3, 99])('are refused on top of release %i when 2 is the newest', async (expected) => {
    expect(await store().append(release('late', [shared]), expected)).toBe('conflict');
    expect(await store().currentNumber()).toBe(2);
  });

  it('have one winner when 16 publish at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        store().append(release(`race ${index}`, [shared, document('raced', 'new in this race')]), 2),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
    const current = await store().current();
    expect([current?.number, current?.message]).toEqual([3, `race ${outcomes.indexOf('appended')}`]);
  });

  it('keep five thousand documents in one piece', async () => {
    const documents = Array.from({ length: 5_000 }, (_, index) =>
      document(`rule-${index}`, `text ${index}\n`),
    );
    expect(await store().append(release('large', documents), 3)).toBe('appended');
    expect((await store().byNumber(4))?.documents).toEqual(documents);
  });

  it('are stored whole or not at all', async () => {
    const broken = release('broken', [document('fine', 'fine'), document('x'.repeat(191), 'too long a key')]);
    await expect(store().append(broken, 4)).rejects.toThrow('longer than 190 bytes');
    expect(await store().currentNumber()).toBe(4);
    expect(await store().byNumber(5)).toBeNull();
  });

  it('may be empty', async () => {
    expect(await store().append(release('nothing', []), 4)).toBe('appended');
    expect((await store().current())?.documents).toEqual([]);
  });

  it('are read line by line and text by text as they are read whole', async () => {
    const whole = (await store().byNumber(4))?.documents ?? [];
    const lines = [];
    for (let skip = 0; skip < whole.length; skip += 2_000)
      lines.push(...(await store().listed(4, skip, 2_000)));
    expect(lines).toEqual(whole.map(({ kind, key, hash }) => ({ kind, key, hash })));
    const some = whole.slice(4_000, 4_500);
    const texts = await store().texts(some.map(({ hash }) => hash));
    expect(texts).toEqual(new Map(some.map(({ hash, text }) => [hash, text])));
    expect(await store().hashOf(4)).toBe(sha256('large'));
  });

  it('that are not there have no hash, no lines and no texts', async () => {
    expect(await store().hashOf(77)).toBeNull();
    expect(await store().listed(77, 0, 10)).toEqual([]);
    expect(await store().texts([])).toEqual(new Map());
    expect(await store().texts([sha256('never stored')])).toEqual(new Map());
  });
});
