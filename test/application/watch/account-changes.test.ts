import { AccountChanges } from '../../../src/application/watch/account-changes';
import type { ChangeFeed } from '../../../src/application/watch/change-feed';
import { tellingAccounts, tellingResponses } from '../../../src/application/watch/telling-stores';
import type { AccountStore } from '../../../src/application/ports';
import type { ResponseStore } from '../../../src/application/respond/response-ports';

const changesOf = (feeds = 10, feedsPerAccount = 10) => new AccountChanges({ feeds, feedsPerAccount });

/** A feed whose first tick, the one it begins with, was read. */
async function watch(changes: AccountChanges, accountId: string): Promise<ChangeFeed> {
  const feed = changes.watch(accountId);
  if (feed === null) throw new Error('no place');
  await feed.next();
  return feed;
}

/** Whether there is something to read now. */
const hasNews = (feed: ChangeFeed) =>
  Promise.race([feed.next().then(() => true), new Promise((resolve) => setImmediate(() => resolve(false)))]);

describe('changes of accounts', () => {
  it('reach every feed of the account and no other', async () => {
    const changes = changesOf();
    const [first, second, other] = [
      await watch(changes, 'a'),
      await watch(changes, 'a'),
      await watch(changes, 'b'),
    ];
    changes.changed(['a', 'unwatched']);
    expect([await hasNews(first), await hasNews(second), await hasNews(other)]).toEqual([true, true, false]);
  });

  it('are one when they come while the reader is busy', async () => {
    const changes = changesOf();
    const feed = await watch(changes, 'a');
    for (let times = 0; times < 5; times += 1) changes.changed(['a']);
    expect([await hasNews(feed), await hasNews(feed)]).toEqual([true, false]);
  });

  it('reach every feed when what all are shown may have changed', async () => {
    const changes = changesOf();
    const feeds = [await watch(changes, 'a'), await watch(changes, 'b')];
    changes.allChanged();
    expect(await Promise.all(feeds.map(hasNews))).toEqual([true, true]);
  });

  it('of other replicas are those whose version differs from the last look', async () => {
    const changes = changesOf();
    const [a, b] = [await watch(changes, 'a'), await watch(changes, 'b')];
    const asked: string[][] = [];
    const versions = new Map([['a', '1.0']]);
    const follow = () =>
      changes.follow({ versions: async (ids) => (asked.push([...ids]), new Map(versions)) });
    await follow();
    versions.set('a', '1.1');
    await follow();
    expect(asked).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect([await hasNews(a), await hasNews(b)]).toEqual([true, false]);
  });

  it('of other replicas are told from the first look on, also those from before anybody asked again', async () => {
    const changes = changesOf();
    const versions = new Map([['a', '1.0']]);
    const source = { versions: async () => new Map(versions) };
    const feed = await changes.watchSince(source, 'a');
    expect(await hasNews(feed!)).toBe(true);
    versions.set('a', '1.1');
    await changes.follow(source);
    expect(await hasNews(feed!)).toBe(true);
    await changes.follow(source);
    expect(await hasNews(feed!)).toBe(false);
  });

  it('are not watched for when the database can not be asked how things are', async () => {
    const changes = changesOf(1);
    const away = { versions: () => Promise.reject(new Error('away')) };
    await expect(changes.watchSince(away, 'a')).rejects.toThrow('away');
    expect(changes.count).toBe(0);
    expect(await changes.watchSince({ versions: async () => new Map() }, 'b')).not.toBeNull();
    expect(await changes.watchSince(away, 'b')).toBeNull();
  });

  it('are not asked for while nobody watches', async () => {
    const changes = changesOf();
    await (await watch(changes, 'a')).return();
    await changes.follow({ versions: () => Promise.reject(new Error('must not be asked')) });
    expect(changes.count).toBe(0);
  });

  it('give every place back once, however often a feed is left', async () => {
    const changes = changesOf(2, 1);
    const feed = await watch(changes, 'a');
    expect(changes.watch('a')).toBeNull();
    await feed.return();
    await feed.return();
    expect(changes.count).toBe(0);
    expect(changes.watch('a')).not.toBeNull();
    expect(changes.watch('b')).not.toBeNull();
    expect(changes.watch('c')).toBeNull();
  });

  it('end for readers that wait, and for those that come after the end', async () => {
    const changes = changesOf();
    const waiting = (await watch(changes, 'a')).next();
    changes.end();
    expect((await waiting).done).toBe(true);
    expect(changes.watch('a')).toBeNull();
  });
});

describe('stores that tell', () => {
  it('tell of accounts that were written, and of no conflict', async () => {
    const told: string[] = [];
    const store = {
      write: async ({ accountId }) => (accountId === 'a' ? 'written' : 'conflict'),
      writeMany: async (changes) =>
        changes.map(({ accountId }) => (accountId === 'a' ? 'written' : 'conflict')),
    } as Partial<AccountStore> as AccountStore;
    const telling = tellingAccounts(store, (ids) => void told.push(...ids));
    const change = (accountId: string) => ({ accountId }) as never;
    expect([await telling.write(change('a')), await telling.write(change('b'))]).toEqual([
      'written',
      'conflict',
    ]);
    expect(await telling.writeMany([change('b'), change('a')])).toEqual(['conflict', 'written']);
    expect(told).toEqual(['a', 'a']);
  });

  it('tell of answers that were recorded, and of no repeat', async () => {
    const told: string[] = [];
    const kinds = ['recorded', 'replayed', 'conflict'];
    const store = {
      record: async () => ({ kind: kinds.shift(), answer: '{}' }),
    } as unknown as ResponseStore;
    const telling = tellingResponses(store, (ids) => void told.push(...ids));
    for (let times = 0; times < 3; times += 1) await telling.record({ accountId: 'a' } as never);
    expect(told).toEqual(['a']);
  });
});
