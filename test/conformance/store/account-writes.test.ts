import { accountWrite, seatsCrossing, seatsEvent, seatsLedger } from '../../support/account-writes';
import { describeEachDatabase, rowsOf } from '../../support/databases';

describeEachDatabase('writing accounts', (database) => {
  const store = () => database.stores.accountStore;
  const versionOf = async (id: string) => (await database.stores.accounts.snapshot(id))?.version ?? 0;

  it('lets exactly one of 64 parallel writers of the same version through', async () => {
    await store().write(accountWrite('contended'));
    const changes = Array.from({ length: 64 }, (_, index) =>
      accountWrite('contended', { expectedVersion: 1, account: { name: `Writer ${index}` } }),
    );
    const outcomes = await Promise.all(changes.map((change) => store().write(change)));
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
    const winner = changes[outcomes.indexOf('written')];
    const snapshot = await database.stores.accounts.snapshot('contended');
    expect([snapshot?.account, snapshot?.version]).toEqual([winner?.account, 2]);
  });

  it('lets exactly one of 64 parallel creators through', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, () => store().write(accountWrite('created-once'))),
    );
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
    expect(await versionOf('created-once')).toBe(1);
  });

  it('loses no update when 16 writers each read, change and try again', async () => {
    await store().write(accountWrite('counted', { account: { attributes: { count: 0 } } }));
    const increment = async (): Promise<void> => {
      const snapshot = await database.stores.accounts.snapshot('counted');
      const count = Number(snapshot?.account.attributes?.['count']) + 1;
      const change = accountWrite('counted', {
        expectedVersion: snapshot?.version,
        account: { attributes: { count } },
      });
      if ((await store().write(change)) === 'conflict') await increment();
    };
    await Promise.all(Array.from({ length: 16 }, increment));
    const snapshot = await database.stores.accounts.snapshot('counted');
    expect([snapshot?.account.attributes, snapshot?.version]).toEqual([{ count: 16 }, 17]);
  });

  it.each([
    ['a stale version', 1],
    ['a version that is yet to come', 3],
    ['creation of what exists', 0],
  ])('answers conflict to %s and writes nothing of it', async (reason, expectedVersion) => {
    const id = `stale: ${reason}`;
    await store().write(accountWrite(id));
    await store().write(accountWrite(id, { expectedVersion: 1 }));
    const event = seatsEvent(`${id} event`, id);
    const change = accountWrite(id, { expectedVersion, account: { name: 'Lost' }, usageEvents: [event] });
    expect(await store().write(change)).toBe('conflict');
    expect(await store().knownUsageEvents([event.id])).toEqual(new Set());
    expect((await database.stores.accounts.snapshot(id))?.account.name).toBe('Acme');
  });

  it('answers conflict to a version of an account that does not exist', async () => {
    expect(await store().write(accountWrite('never-made', { expectedVersion: 1 }))).toBe('conflict');
    expect(await versionOf('never-made')).toBe(0);
  });

  it('counts an event id once for ever, whichever account repeats it', async () => {
    const events = (id: string) => [seatsEvent('event-1', id)];
    await store().write(accountWrite('first', { usageEvents: events('first') }));
    expect(await store().write(accountWrite('second', { usageEvents: events('second') }))).toBe('conflict');
    expect(await versionOf('second')).toBe(0);
    const known = await store().knownUsageEvents(['event-1', 'EVENT-1', 'event-1 ', 'evént-1']);
    expect(known).toEqual(new Set(['event-1']));
  });

  it('lets one of 16 parallel writers of the same event id through', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        store().write(
          accountWrite(`racer-${index}`, { usageEvents: [seatsEvent('raced', `racer-${index}`)] }),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
  });

  it('keeps account events, deduplicated apart from usage events', async () => {
    const event = {
      id: 'shared-id',
      accountId: 'events',
      type: 'CSAT' as const,
      at: '2026-06-01T00:00:00.000Z',
      data: { score: 5 },
    };
    const change = accountWrite('events', {
      usageEvents: [seatsEvent('shared-id', 'events')],
      accountEvents: [event],
    });
    expect(await store().write(change)).toBe('written');
    const again = accountWrite('events', { expectedVersion: 1, accountEvents: [event] });
    expect(await store().write(again)).toBe('conflict');
    expect(await store().knownAccountEvents(['shared-id', 'other'])).toEqual(new Set(['shared-id']));
  });

  it('records a crossing once per account, metric, threshold and period', async () => {
    const crossings = [
      seatsCrossing(),
      seatsCrossing({ crossedAt: '2026-06-02T00:00:00.000Z' }),
      seatsCrossing({ threshold: { absolute: 0.9 } }),
      seatsCrossing({ periodStart: '2026-06-01T00:00:00.000Z' }),
      seatsCrossing({ metric: 'messages' }),
    ];
    await store().write(accountWrite('crossed', { crossings }));
    expect(await store().write(accountWrite('crossed', { expectedVersion: 1, crossings }))).toBe('written');
    expect(await store().write(accountWrite('also-crossed', { crossings }))).toBe('written');
    const rows = await rowsOf(database.url, "SELECT crossed_at FROM crossing WHERE account_id = 'crossed'");
    expect(rows).toEqual(Array.from({ length: 4 }, () => ({ crossed_at: '2026-06-01 00:00:00.000' })));
  });

  it('leaves nothing of a transaction that fails half-way', async () => {
    const broken = accountWrite('half', {
      ledgers: new Map([['seats', seatsLedger(1)]]),
      usageEvents: [seatsEvent('half-1', 'half'), seatsEvent('half-2', 'half', { at: 'yesterday' })],
    });
    await expect(store().writeMany([accountWrite('whole-half'), broken])).rejects.toThrow('`yesterday`');
    expect([await versionOf('half'), await versionOf('whole-half')]).toEqual([0, 0]);
    expect(await store().knownUsageEvents(['half-1', 'half-2'])).toEqual(new Set());
    expect((await store().load(['half'])).get('half')?.ledgers.size).toBe(0);
    expect(await store().write(accountWrite('half'))).toBe('written');
  });
});
