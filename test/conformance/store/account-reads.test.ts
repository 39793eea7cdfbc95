import fc from 'fast-check';
import { accountWrite } from '../../support/account-writes';
import { describeEachDatabase } from '../../support/databases';

const byBytes = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right));

describeEachDatabase('reading accounts', (database) => {
  const write = async (...ids: string[]) =>
    database.stores.accountStore.writeMany(ids.map((id) => accountWrite(id)));

  it('answers null for an account that is not there', async () => {
    expect(await database.stores.accounts.snapshot('nobody')).toBeNull();
  });

  it('gives back account, usage and activity exactly as written, with version 1', async () => {
    const change = accountWrite('whole', {
      account: { name: 'Ünïcode 🚀 𝒜𝒸𝓂ℯ', attributes: { nested: { list: [1, null, 'ß'], __proto: true } } },
      usage: {
        seats: {
          used: 45.5,
          periodStart: null,
          asOf: '2026-06-01T23:59:59.999Z',
          previous: null,
          sustainedSince: '2026-05-01T00:00:00.001Z',
          crossings: [{ threshold: { ratio: 0.9 }, crossedAt: '2026-05-31T12:00:00.000Z' }],
        },
      },
      activity: { featuresUsed: { sso: '2026-06-01T00:00:00.000Z' } },
    });
    await database.stores.accountStore.write(change);
    expect(await database.stores.accounts.snapshot('whole')).toEqual({
      account: change.account,
      usage: change.usage,
      activity: change.activity,
      version: 1,
    });
  });

  it.each([
    ['upper and lower case', ['key-1', 'KEY-1', 'Key-1']],
    ['accents', ['key-e', 'k\u00e9y-e', 'ke\u0301y-e', 'k\u00eby-e']],
    ['blanks at the end', ['key-2', 'key-2 ', 'key-2  ', 'key-2\t', ' key-2']],
    ['four-byte letters', ['🚀', '🚁', '𝒜', 'A']],
    ['letters that sort or fold alike', ['straße', 'strasse', 'ı', 'i', 'İ', 'I']],
    [
      'quotes, backslashes and placeholders',
      ["o'neil", 'o"neil', 'o\\neil', 'o\\\\neil', 'o?neil', 'o%neil', 'o_neil'],
    ],
  ])('tells ids apart that differ only in %s', async (_difference, ids) => {
    expect(await write(...ids)).toEqual(ids.map(() => 'written'));
    for (const id of ids) expect((await database.stores.accounts.snapshot(id))?.account.id).toBe(id);
    const found = await database.stores.accounts.snapshots([...ids].reverse());
    expect(found.map((snapshot) => snapshot?.account.id)).toEqual([...ids].reverse());
  });

  it('keeps ids of 190 bytes whole and refuses longer ones, however few letters they have', async () => {
    const longest = 'é'.repeat(95);
    await write(longest);
    expect((await database.stores.accounts.snapshot(longest))?.account.id).toBe(longest);
    await expect(write(`${longest}x`)).rejects.toThrow('longer than 190 bytes');
    expect(await database.stores.accounts.snapshot(`${longest}x`)).toBeNull();
  });

  it('answers many ids in the order asked, repeats and misses included, whatever the number', async () => {
    await write('many-a', 'many-b');
    const asked = [
      'many-b',
      'none',
      'many-a',
      'many-b',
      ...Array.from({ length: 2_500 }, (_, index) => `no-${index}`),
    ];
    const found = await database.stores.accounts.snapshots(asked);
    expect(found).toHaveLength(asked.length);
    expect(found.slice(0, 4).map((snapshot) => snapshot?.account.id ?? null)).toEqual([
      'many-b',
      null,
      'many-a',
      'many-b',
    ]);
    expect(await database.stores.accounts.snapshots([])).toEqual([]);
  });

  it('keeps a profile of a megabyte', async () => {
    const note = '🚀'.repeat(250_000);
    await database.stores.accountStore.write(accountWrite('large', { account: { attributes: { note } } }));
    expect((await database.stores.accounts.snapshot('large'))?.account.attributes).toEqual({ note });
  });

  it('reads the old state while a write is under way, and the new one from its commit on', async () => {
    await write('busy');
    const change = accountWrite('busy', { expectedVersion: 1, account: { name: 'New' } });
    const seen: (number | undefined)[] = [];
    const writing = database.stores.accountStore.write(change).then(() => seen.push(-1));
    while (!seen.includes(-1)) seen.push((await database.stores.accounts.snapshot('busy'))?.version);
    await writing;
    expect((await database.stores.accounts.snapshot('busy'))?.account.name).toBe('New');
    expect(seen.filter((version) => version !== -1).every((version) => version === 1 || version === 2)).toBe(
      true,
    );
  });
});

describeEachDatabase('pages of accounts', (database) => {
  const ids = ['a', 'A', 'a ', 'á', 'b', 'B', 'z', 'é', '🚀', '\uE000', '~', 'aa', 'a1', 'ﬀ'];
  beforeAll(() => database.stores.accountStore.writeMany(ids.map((id) => accountWrite(id))));

  it('follow the bytes of the ids, each account exactly once, whatever the page size', async () => {
    const expected = [...ids].sort(byBytes);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), async (size) => {
        expect(await allIds(size)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it.each([
    [ids.length - 1, true],
    [ids.length, false],
    [ids.length + 1, false],
  ])('of %i accounts know whether there are more: %s', async (limit, hasNextPage) => {
    expect((await database.stores.accounts.page(null, limit)).hasNextPage).toBe(hasNextPage);
  });

  it('are empty after the last account, and begin after an id that is not there', async () => {
    const last = [...ids].sort(byBytes).at(-1) ?? '';
    expect(await database.stores.accounts.page(last, 10)).toEqual({ items: [], hasNextPage: false });
    expect((await database.stores.accounts.page('a0', 1)).items[0]?.account.id).toBe('a1');
  });

  it('count every account', async () => {
    expect(await database.stores.accounts.count()).toBe(ids.length);
  });

  async function allIds(size: number): Promise<string[]> {
    const found: string[] = [];
    for (let after: string | null = null; ; after = found.at(-1) ?? null) {
      const page = await database.stores.accounts.page(after, size);
      found.push(...page.items.map((snapshot) => snapshot.account.id));
      if (!page.hasNextPage) return found;
    }
  }
});
