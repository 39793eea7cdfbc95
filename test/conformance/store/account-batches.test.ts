import { accountWrite, seatsEvent, seatsLedger } from '../../support/account-writes';
import { describeEachDatabase } from '../../support/databases';

describeEachDatabase('batches of accounts', (database) => {
  const store = () => database.stores.accountStore;

  it('answer each change in its place: conflicts hold up nobody', async () => {
    await store().write(accountWrite('there', { usageEvents: [seatsEvent('known', 'there')] }));
    const outcomes = await store().writeMany([
      accountWrite('new-1'),
      accountWrite('there'),
      accountWrite('there', { expectedVersion: 1 }),
      accountWrite('there', { expectedVersion: 2 }),
      accountWrite('new-2', { usageEvents: [seatsEvent('known', 'new-2')] }),
      accountWrite('new-3', { usageEvents: [seatsEvent('twin', 'new-3')] }),
      accountWrite('new-4', { usageEvents: [seatsEvent('twin', 'new-4')] }),
      accountWrite('new-5', { usageEvents: [seatsEvent('own', 'new-5'), seatsEvent('own', 'new-5')] }),
    ]);
    const [written, conflict] = ['written', 'conflict'];
    expect(outcomes).toEqual([written, conflict, written, conflict, conflict, written, conflict, conflict]);
    const versions = await database.stores.accounts.snapshots([
      'new-1',
      'there',
      'new-2',
      'new-3',
      'new-4',
      'new-5',
    ]);
    expect(versions.map((snapshot) => snapshot?.version ?? null)).toEqual([1, 2, null, 1, null, null]);
  });

  it('of nothing write nothing', async () => {
    expect(await store().writeMany([])).toEqual([]);
    expect(await store().load([])).toEqual(new Map());
    expect(await store().knownUsageEvents([])).toEqual(new Set());
  });

  it('write and load a thousand accounts with three thousand events, in one piece', async () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `bulk-${index}`);
    const ledger = seatsLedger(7);
    const outcomes = await store().writeMany(
      ids.map((id) =>
        accountWrite(id, {
          ledgers: new Map([['seats', ledger]]),
          usageEvents: [0, 1, 2].map((index) => seatsEvent(`${id}/${index}`, id)),
        }),
      ),
    );
    expect(new Set(outcomes)).toEqual(new Set(['written']));
    const loaded = await store().load([...ids, 'unknown']);
    expect(loaded.size).toBe(1_001);
    expect(loaded.get('bulk-999')?.snapshot?.version).toBe(1);
    expect(loaded.get('bulk-0')?.ledgers).toEqual(new Map([['seats', ledger]]));
    expect(loaded.get('unknown')).toEqual({ snapshot: null, ledgers: new Map() });
    const known = await store().knownUsageEvents([...ids.map((id) => `${id}/2`), 'bulk-0/3']);
    expect(known.size).toBe(1_000);
  });

  it('that overlap in opposite order both end, and every account has one winner per version', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `crossed-${index}`);
    await store().writeMany(ids.map((id) => accountWrite(id)));
    const again = (some: string[]) => some.map((id) => accountWrite(id, { expectedVersion: 1 }));
    const batches = Array.from({ length: 8 }, (_, index) => again(index % 2 ? [...ids].reverse() : ids));
    const outcomes = await Promise.all(batches.map((batch) => store().writeMany(batch)));
    expect(outcomes.flat().filter((outcome) => outcome === 'written')).toHaveLength(ids.length);
  });

  it('replace ledgers whole and keep those they do not name', async () => {
    const ledgers = new Map([
      ['seats', seatsLedger(1)],
      ['messages', seatsLedger(2)],
    ]);
    await store().write(accountWrite('ledgers', { ledgers }));
    const changed = new Map([['seats', seatsLedger(3)]]);
    await store().write(accountWrite('ledgers', { expectedVersion: 1, ledgers: changed }));
    const loaded = (await store().load(['ledgers'])).get('ledgers');
    expect(Object.fromEntries(loaded?.ledgers ?? [])).toEqual({
      seats: seatsLedger(3),
      messages: seatsLedger(2),
    });
  });
});
