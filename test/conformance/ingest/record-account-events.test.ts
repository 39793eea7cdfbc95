/** What recording account events promises, on every database. */
import { describeEachDatabase } from '../../support/databases';
import { aUsage, anAccount, ingestion, statuses } from './ingest-scenario';

describeEachDatabase('recording account events', (database) => {
  const snapshotOf = (accountId: string) => database.stores.accounts.snapshot(accountId);
  const anEvent = (id: string, accountId: string, type: string, data: object = {}, day = '06-10') => ({
    id,
    accountId,
    type,
    at: `2026-${day}T00:00:00Z`,
    data: { ...data },
  });

  it('answers a mixed batch item by item, in its order', async () => {
    const { upsertAccounts, recordAccountEvents } = ingestion(database);
    await upsertAccounts([anAccount('events')]);
    const csat = anEvent('events-1', 'events', 'CSAT', { score: 4 });
    const outcome = await recordAccountEvents([
      csat,
      anEvent('events-2', 'events', 'CSAT', { score: 7 }),
      anEvent('events-3', 'nobody', 'CHURNED'),
      anEvent('events-4', 'events', 'PLAN_CHANGED', { plan: 'grwth' }),
      { ...csat, data: { score: 1 } },
      anEvent('events-5', 'events', 'CONVERSATION_CLOSED', { resolved: true }),
    ]);
    expect(statuses(outcome)).toEqual([
      'APPLIED',
      'REJECTED INVALID_INPUT',
      'REJECTED ACCOUNT_NOT_FOUND',
      'REJECTED INVALID_INPUT',
      'DUPLICATE',
      'APPLIED',
    ]);
    expect(statuses(await recordAccountEvents([csat]))).toEqual(['DUPLICATE']);
    const snapshot = await snapshotOf('events');
    expect(snapshot?.account.health).toEqual({ csat: 4, asOf: '2026-06-10T00:00:00.000Z' });
    expect(snapshot?.activity.lastSupportResolutionAt).toBe('2026-06-10T00:00:00.000Z');
  });

  it('applies the events of a batch in the order of their times', async () => {
    const { upsertAccounts, recordAccountEvents } = ingestion(database);
    await upsertAccounts([anAccount('order', { paidSince: '2026-01-01T00:00:00Z' })]);
    await recordAccountEvents([
      anEvent('order-2', 'order', 'REACTIVATED', {}, '06-12'),
      anEvent('order-1', 'order', 'CHURNED', {}, '06-11'),
    ]);
    expect((await snapshotOf('order'))?.account).toMatchObject({
      status: 'PAYING',
      paidSince: '2026-06-12T00:00:00.000Z',
    });
  });

  it('keeps newer knowledge from late events, and records them', async () => {
    const { upsertAccounts, recordAccountEvents } = ingestion(database);
    await upsertAccounts([anAccount('late')]);
    await recordAccountEvents([anEvent('late-2', 'late', 'PLAN_CHANGED', { plan: 'growth' }, '06-12')]);
    const late = anEvent('late-1', 'late', 'PLAN_CHANGED', { plan: 'starter' }, '06-11');
    expect(statuses(await recordAccountEvents([late]))).toEqual(['APPLIED']);
    expect(statuses(await recordAccountEvents([late]))).toEqual(['DUPLICATE']);
    expect((await snapshotOf('late'))?.account.plan).toBe('growth');
  });

  it('holds usage against the limits of the new plan at once', async () => {
    const { upsertAccounts, recordUsage, recordAccountEvents } = ingestion(database);
    await upsertAccounts([anAccount('moved')]);
    await recordUsage([aUsage('moved-1', 'moved', { value: 10, at: '2026-06-01T00:00:00Z' })]);
    expect((await snapshotOf('moved'))?.usage['seats']?.crossings).toHaveLength(3);
    await recordAccountEvents([anEvent('moved-e1', 'moved', 'PLAN_CHANGED', { plan: 'growth' })]);
    expect((await snapshotOf('moved'))?.usage['seats']).toMatchObject({ used: 10, crossings: [] });
  });

  it('loses none of 32 events that are sent at once', async () => {
    const { upsertAccounts, recordAccountEvents } = ingestion(database);
    await upsertAccounts([anAccount('crowd')]);
    const calls = Array.from({ length: 32 }, (_, index) =>
      recordAccountEvents([anEvent(`crowd-${index}`, 'crowd', 'FEATURE_USED', { feature: `f${index}` })]),
    );
    expect(new Set((await Promise.all(calls)).flatMap(statuses))).toEqual(new Set(['APPLIED']));
    expect(Object.keys((await snapshotOf('crowd'))?.activity.featuresUsed ?? {})).toHaveLength(32);
  });
});
