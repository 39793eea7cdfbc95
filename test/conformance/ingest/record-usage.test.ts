/** What recording usage promises, on every database. */
import { describeEachDatabase } from '../../support/databases';
import { aUsage, anAccount, ingestion, statuses } from './ingest-scenario';
import { recordedCrossings } from './recorded-crossings';

describeEachDatabase('recording usage', (database) => {
  const usageOf = async (accountId: string, metric = 'seats') =>
    (await database.stores.accounts.snapshot(accountId))?.usage[metric];

  it('counts an event once, however often it is sent', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('once')]);
    const event = aUsage('once-1', 'once', { kind: 'ADD', value: 2 });
    expect(statuses(await recordUsage([event, event]))).toEqual(['APPLIED', 'DUPLICATE']);
    expect(statuses(await recordUsage([{ ...event, value: 9 }]))).toEqual(['DUPLICATE']);
    expect((await usageOf('once'))?.used).toBe(2);
  });

  it('answers a mixed batch item by item, in its order', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('mixed')]);
    const outcome = await recordUsage([
      aUsage('mixed-1', 'mixed'),
      aUsage('mixed-2', 'nobody'),
      aUsage('mixed-3', 'mixed', { metric: 'seat' }),
      aUsage('mixed-4', 'mixed', { value: -1 }),
      aUsage('mixed-5', 'mixed', { at: '2026-06-17T12:00:00Z' }),
      aUsage('mixed-6', 'mixed', { metric: 'messages', kind: 'ADD', value: 10 }),
    ]);
    expect(statuses(outcome)).toEqual([
      'APPLIED',
      'REJECTED ACCOUNT_NOT_FOUND',
      'REJECTED METRIC_NOT_FOUND',
      'REJECTED INVALID_INPUT',
      'REJECTED INVALID_INPUT',
      'APPLIED',
    ]);
    expect([(await usageOf('mixed'))?.used, (await usageOf('mixed', 'messages'))?.used]).toEqual([5, 10]);
  });

  it('tells accounts apart whose ids differ in case or a trailing blank only', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('Case')]);
    const outcome = await recordUsage([aUsage('case-1', 'case'), aUsage('case-2', 'Case ')]);
    expect(statuses(outcome)).toEqual(['REJECTED ACCOUNT_NOT_FOUND', 'REJECTED ACCOUNT_NOT_FOUND']);
  });

  it('records each threshold that a jump passes, and none again after a correction', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('jump')]);
    await recordUsage([aUsage('jump-1', 'jump', { value: 9, at: '2026-06-15T08:00:00Z' })]);
    await recordUsage([aUsage('jump-2', 'jump', { value: 7, at: '2026-06-15T09:00:00Z' })]);
    await recordUsage([aUsage('jump-3', 'jump', { value: 9, at: '2026-06-15T10:00:00Z' })]);
    expect(await recordedCrossings(database.url, 'jump')).toEqual(['ratio:0.8', 'ratio:0.9']);
    const crossings = (await usageOf('jump'))?.crossings.map(({ crossedAt }) => crossedAt);
    expect(crossings).toEqual(['2026-06-15T08:00:00.000Z', '2026-06-15T08:00:00.000Z']);
  });

  it('gives late and shuffled events the figures of ordered ones', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('late'), anAccount('ordered')]);
    const events = (account: string) => [
      aUsage(`${account}-1`, account, {
        metric: 'messages',
        kind: 'ADD',
        value: 300,
        at: '2026-05-10T08:00:00Z',
      }),
      aUsage(`${account}-2`, account, {
        metric: 'messages',
        kind: 'ADD',
        value: 40,
        at: '2026-06-10T08:00:00Z',
      }),
      aUsage(`${account}-3`, account, {
        metric: 'messages',
        kind: 'SET',
        value: 100,
        at: '2026-06-11T08:00:00Z',
      }),
      aUsage(`${account}-4`, account, {
        metric: 'messages',
        kind: 'ADD',
        value: 5,
        at: '2026-06-12T08:00:00Z',
      }),
    ];
    for (const event of events('ordered')) await recordUsage([event]);
    for (const event of events('late').toReversed()) await recordUsage([event]);
    expect(await usageOf('late', 'messages')).toEqual(await usageOf('ordered', 'messages'));
    expect(await usageOf('late', 'messages')).toMatchObject({ used: 105, previous: 300 });
  });

  it('starts a month from 0, arms its thresholds again, and corrects the month before apart', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('month')]);
    const message = (id: string, value: number, at: string) =>
      aUsage(id, 'month', { metric: 'messages', kind: 'ADD', value, at });
    await recordUsage([message('month-1', 800, '2026-05-31T23:59:59.999Z')], '2026-05-31T23:59:59.999Z');
    await recordUsage([message('month-2', 850, '2026-06-01T00:00:00.000Z')], '2026-06-01T00:00:00.000Z');
    await recordUsage([message('month-3', 50, '2026-05-01T00:00:00.000Z')], '2026-06-01T00:00:01.000Z');
    expect(await usageOf('month', 'messages')).toMatchObject({ used: 850, previous: 50 });
    expect(await recordedCrossings(database.url, 'month', 'messages')).toEqual([
      'ratio:0.8 2026-05-01T00:00:00.000Z',
      'ratio:0.8 2026-06-01T00:00:00.000Z',
    ]);
  });

  it('refuses a call of more than 1,000 events whole', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('large')]);
    const events = Array.from({ length: 1001 }, (_, index) => aUsage(`large-${index}`, 'large'));
    expect(statuses(await recordUsage(events))).toEqual(['BATCH_TOO_LARGE']);
    const taken = statuses(await recordUsage(events.slice(1)));
    expect(new Set(taken)).toEqual(new Set(['APPLIED']));
  });

  it('counts an event once when two batches with it run at once', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('twice')]);
    const batch = Array.from({ length: 20 }, (_, index) =>
      aUsage(`twice-${index}`, 'twice', { metric: 'messages', kind: 'ADD', value: 1 }),
    );
    const outcomes = await Promise.all([recordUsage(batch), recordUsage(batch.toReversed())]);
    const all = outcomes.flatMap(statuses).toSorted();
    expect([all.filter((status) => status === 'APPLIED').length, all.length]).toEqual([20, 40]);
    expect((await usageOf('twice', 'messages'))?.used).toBe(20);
  });

  it('records a crossing exactly once under 32 writers at once', async () => {
    const { upsertAccounts, recordUsage } = ingestion(database);
    await upsertAccounts([anAccount('crowd')]);
    const calls = Array.from({ length: 32 }, (_, index) =>
      recordUsage([aUsage(`crowd-${index}`, 'crowd', { metric: 'messages', kind: 'ADD', value: 30 })]),
    );
    const all = (await Promise.all(calls)).flatMap(statuses);
    expect(new Set(all)).toEqual(new Set(['APPLIED']));
    expect(await usageOf('crowd', 'messages')).toMatchObject({ used: 960 });
    expect(await recordedCrossings(database.url, 'crowd', 'messages')).toEqual([
      'ratio:0.8 2026-06-01T00:00:00.000Z',
      'ratio:0.9 2026-06-01T00:00:00.000Z',
    ]);
  });
});
