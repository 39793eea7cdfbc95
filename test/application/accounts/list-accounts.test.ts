import {
  ListAccounts,
  SCAN_LIMIT,
  type AccountListPage,
} from '../../../src/application/accounts/list-accounts';
import type { AccountDirectory } from '../../../src/application/ports';
import { aSnapshot, anAccount, NOW } from '../../support/decisions-account';
import { aRelease, when } from '../../support/decisions-release';

const release = aRelease({
  audience: [
    { key: 'germans', name: 'Germans', conditions: { all: [when('account.country', 'equal', 'DE')] } },
    {
      key: 'ready',
      name: 'Ready',
      conditions: { all: [when('upsellReadiness', 'greaterThanInclusive', 50)] },
    },
  ],
  rule: [
    {
      key: 'score-germans',
      conditions: { all: [when('account.country', 'equal', 'DE')] },
      event: { type: 'score', params: { points: 60 } },
    },
  ],
});

const idOf = (n: number) => `acc-${String(n).padStart(5, '0')}`;

/** Accounts 0 to `size`, every `nth` of them in Germany. */
function directoryOf(size: number, nth: number): AccountDirectory {
  const snapshots = Array.from({ length: size }, (_, n) =>
    aSnapshot(anAccount({ id: idOf(n), country: n % nth === 0 ? 'DE' : 'US' })),
  );
  return {
    snapshots: async (ids) => ids.map((id) => snapshots.find(({ account }) => account.id === id) ?? null),
    page: async (after, limit) => {
      const rest = snapshots.filter(({ account }) => after === null || account.id > after);
      return { items: rest.slice(0, limit), hasNextPage: rest.length > limit };
    },
    count: async () => snapshots.length,
  };
}

async function page(
  directory: AccountDirectory,
  first: number,
  audience: string | null,
  after: string | null = null,
): Promise<AccountListPage> {
  const list = new ListAccounts(directory, { current: () => release }, { now: () => NOW });
  const listing = await list.execute({ first, audience, after });
  if ('failure' in listing) throw new Error(listing.failure);
  return listing.page;
}

const ids = ({ items }: AccountListPage) => items.map(({ account }) => account.id);

async function all(directory: AccountDirectory, first: number, audience: string | null) {
  const found: string[] = [];
  let pages = 0;
  let after: string | null = null;
  for (let more = true; more; pages += 1) {
    const read: AccountListPage = await page(directory, first, audience, after);
    found.push(...ids(read));
    more = read.hasNextPage;
    after = read.continueAfter;
  }
  return { found, pages };
}

describe('accounts', () => {
  it.each([
    ['everyone', null, 1],
    ['an audience of every third', 'germans', 3],
  ] as const)(
    'of %s are read whole, in order and once, in pages of any size',
    async (_name, audience, nth) => {
      const directory = directoryOf(20, 3);
      const wanted = Array.from({ length: 20 }, (_, n) => n)
        .filter((n) => n % nth === 0)
        .map(idOf);
      for (const first of [1, 2, 6, 7, 20, 100]) {
        expect((await all(directory, first, audience)).found).toEqual(wanted);
      }
    },
  );

  it('end without an empty page where the last member is the last of a page', async () => {
    expect((await all(directoryOf(6, 3), 2, 'germans')).pages).toBe(1);
  });

  it('are judged with the readiness that their decisions see', async () => {
    expect(ids(await page(directoryOf(6, 3), 10, 'ready'))).toEqual([idOf(0), idOf(3)]);
  });

  it('of an audience that does not exist are the failure AUDIENCE_NOT_FOUND', async () => {
    await expect(page(directoryOf(1, 1), 1, 'nobody')).rejects.toThrow('AUDIENCE_NOT_FOUND');
    await expect(page(directoryOf(1, 1), 1, '__proto__')).rejects.toThrow('AUDIENCE_NOT_FOUND');
  });

  it('are counted', async () => {
    expect(await (await page(directoryOf(20, 3), 1, null)).count()).toBe(20);
    expect(await (await page(directoryOf(20, 3), 1, 'germans')).count()).toBe(7);
  });
});

describe('a search among many', () => {
  const directory = directoryOf(SCAN_LIMIT + 400, SCAN_LIMIT + 100);

  it('stops after 2,000 accounts and goes on from there', async () => {
    const first = await page(directory, 5, 'germans');
    expect(ids(first)).toEqual([idOf(0)]);
    expect([first.hasNextPage, first.continueAfter]).toEqual([true, idOf(SCAN_LIMIT - 1)]);
    const second = await page(directory, 5, 'germans', first.continueAfter);
    expect(ids(second)).toEqual([idOf(SCAN_LIMIT + 100)]);
    expect(second.hasNextPage).toBe(false);
  });

  it('does not count', async () => {
    expect(await (await page(directory, 1, 'germans')).count()).toBeNull();
  });
});
