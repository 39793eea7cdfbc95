/** What taking accounts in promises, on every database. */
import { describeEachDatabase } from '../../support/databases';
import { aUsage, anAccount, ingestion, statuses } from './ingest-scenario';
import { recordedCrossings } from './recorded-crossings';

describeEachDatabase('upserting accounts', (database) => {
  const snapshotOf = (accountId: string) => database.stores.accounts.snapshot(accountId);

  it('takes the good of a mixed batch and says what is wrong with the others', async () => {
    const { upsertAccounts } = ingestion(database);
    const outcome = await upsertAccounts([
      anAccount('good'),
      anAccount('bad', { plan: 'startr' }),
      anAccount('good', { name: 'second' }),
      anAccount('also-good', { paidSince: '2026-01-01T01:00:00+01:00' }),
    ]);
    expect(statuses(outcome)).toEqual(['APPLIED', 'REJECTED INVALID_INPUT', 'DUPLICATE', 'APPLIED']);
    expect('results' in outcome && outcome.results[1]).toEqual({
      id: 'bad',
      status: 'REJECTED',
      error: {
        code: 'INVALID_INPUT',
        message: 'The catalogue has no plan `startr`.',
        pointer: '/plan',
        hint: 'Did you mean `starter`?',
      },
    });
    expect((await snapshotOf('good'))?.account.name).toBe('good');
    expect((await snapshotOf('also-good'))?.account.paidSince).toBe('2026-01-01T00:00:00.000Z');
    expect(await snapshotOf('bad')).toBeNull();
  });

  it('answers items that are no accounts at all', async () => {
    const { upsertAccounts } = ingestion(database);
    const nonsense = [null, 7, 'x', [], {}] as never[];
    expect(new Set(statuses(await upsertAccounts(nonsense)))).toEqual(new Set(['REJECTED INVALID_INPUT']));
  });

  it('replaces the account whole and keeps its usage and activity', async () => {
    const { upsertAccounts, recordUsage, recordAccountEvents } = ingestion(database);
    await upsertAccounts([anAccount('whole', { industry: 'healthcare', attributes: { a: 1 } })]);
    await recordUsage([aUsage('whole-1', 'whole')]);
    const used = { id: 'whole-e1', accountId: 'whole', type: 'FEATURE_USED', at: '2026-06-01T00:00:00Z' };
    await recordAccountEvents([{ ...used, data: { feature: 'sso' } }]);
    await upsertAccounts([anAccount('whole', { segment: 'low-touch' })]);
    const snapshot = await snapshotOf('whole');
    expect(snapshot?.account).toEqual({ ...anAccount('whole'), segment: 'low-touch' });
    expect(snapshot?.usage['seats']?.used).toBe(5);
    expect(snapshot?.activity.featuresUsed).toEqual({ sso: '2026-06-01T00:00:00.000Z' });
  });

  it('writes nothing when the account is as it was', async () => {
    const { upsertAccounts } = ingestion(database);
    const account = anAccount('same', { health: { csat: 4 }, attributes: { deep: { list: [1, null] } } });
    await upsertAccounts([account]);
    expect(statuses(await upsertAccounts([account]))).toEqual(['APPLIED']);
    expect((await snapshotOf('same'))?.version).toBe(1);
  });

  it('makes one account when two batches send it at once', async () => {
    const { upsertAccounts } = ingestion(database);
    const sends = ['one', 'two', 'three', 'four'].map((name) =>
      upsertAccounts([anAccount('race', { name })]),
    );
    expect((await Promise.all(sends)).flatMap(statuses)).toEqual([
      'APPLIED',
      'APPLIED',
      'APPLIED',
      'APPLIED',
    ]);
    expect((await snapshotOf('race'))?.version).toBe(4);
  });

  it('arms the thresholds of a larger plan, and records those a smaller one puts behind', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('moves')]);
    await recordUsage([aUsage('moves-1', 'moves', { value: 9, at: '2026-06-10T00:00:00Z' })]);
    await upsertAccounts([anAccount('moves', { plan: 'growth' })]);
    expect((await snapshotOf('moves'))?.usage['seats']?.crossings).toEqual([]);
    await recordUsage([aUsage('moves-2', 'moves', { value: 41, at: '2026-06-14T00:00:00Z' })]);
    expect(await recordedCrossings(database.url, 'moves')).toEqual([
      'ratio:0.8',
      'ratio:0.8 2026-06-10T00:00:00.000Z',
      'ratio:0.9',
    ]);
    await upsertAccounts([anAccount('moves')]);
    const crossings = (await snapshotOf('moves'))?.usage['seats']?.crossings;
    expect(crossings?.map(({ threshold }) => threshold)).toEqual([
      { ratio: 0.8 },
      { ratio: 0.9 },
      { ratio: 1 },
    ]);
  });

  it('arms thresholds again when an add-on lifts the limit', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('lifted')]);
    await recordUsage([aUsage('lifted-1', 'lifted', { value: 9 })]);
    await upsertAccounts([anAccount('lifted', { addOns: ['seat-pack'] })]);
    expect((await snapshotOf('lifted'))?.usage['seats']).toMatchObject({
      crossings: [],
      sustainedSince: null,
    });
  });
});
