import { openDatabase } from '../../../src/adapters/persistence/open-database';
import { accountWrite } from '../../support/account-writes';
import { TEST_AUDIT_TOOLS } from '../../support/audit-lines';
import { describeEachDatabase, rowsOf } from '../../support/databases';
import { decisionEntry } from '../../support/decision-entries';

describeEachDatabase('accounts that decisions were logged of', (database) => {
  const create = (id: string) => database.stores.accountStore.write(accountWrite(id));
  const rename = (id: string, name: string) =>
    database.stores.accountStore.write(accountWrite(id, { expectedVersion: 1, account: { name } }));
  const log = (id: string, accountId: string, accountVersion = 1) =>
    database.stores.decisions.insertMany([decisionEntry(id, { accountId, accountVersion })]);
  const at = (accountId: string, version: number) =>
    database.stores.loggedDecisions.snapshotAt(accountId, version);

  it('are read as they were, after they changed', async () => {
    await create('kept');
    await log('kept-1', 'kept');
    await rename('kept', 'Other');
    expect(await at('kept', 1)).toMatchObject({ account: { name: 'Acme' }, version: 1 });
    expect(await at('kept', 2)).toMatchObject({ account: { name: 'Other' }, version: 2 });
  });

  it('are not known at a version that was gone before the line was written, or that never was', async () => {
    await create('late');
    await rename('late', 'Other');
    await log('late-1', 'late', 1);
    await log('late-2', 'nobody', 1);
    expect([await at('late', 1), await at('nobody', 1)]).toEqual([null, null]);
  });

  const keptOf = async (ids: string) => {
    const sql = `SELECT COUNT(*) AS total FROM account_snapshot WHERE account_id LIKE '${ids}'`;
    const [row] = await rowsOf(database.url, sql);
    return Number(row?.['total']);
  };

  it('are kept only when they change, and once, however many lines and replicas tell of them', async () => {
    const ids = Array.from({ length: 130 }, (_, index) => `many-${index}`);
    await database.stores.accountStore.writeMany(ids.map((id) => accountWrite(id)));
    const batch = (writer: string) =>
      ids.flatMap((accountId) =>
        [1, 2].map((line) => decisionEntry(`${writer}-${accountId}-${line}`, { accountId })),
      );
    const replicas = await Promise.all(
      [1, 2, 3].map(() => openDatabase(database.url, { audit: TEST_AUDIT_TOOLS })),
    );
    await Promise.all(replicas.map(({ decisions }, index) => decisions.insertMany(batch(`w${index}`))));
    expect(await keptOf('many-%')).toBe(0);
    const changes = ids.map((id) => accountWrite(id, { expectedVersion: 1, account: { name: 'Other' } }));
    await Promise.all(replicas.map(({ accountStore }) => accountStore.writeMany(changes)));
    await Promise.all(replicas.map((replica) => replica.database.close()));
    expect(await keptOf('many-%')).toBe(130);
    expect(await at('many-129', 1)).toMatchObject({ account: { name: 'Acme' } });
  });

  it('are not kept at versions that nothing was decided of', async () => {
    await create('quiet');
    await rename('quiet', 'Other');
    await log('quiet-1', 'quiet', 2);
    await database.stores.accountStore.write(
      accountWrite('quiet', { expectedVersion: 2, account: { name: 'Third' } }),
    );
    await database.stores.accountStore.write(
      accountWrite('quiet', { expectedVersion: 3, account: { name: 'Fourth' } }),
    );
    expect(await at('quiet', 1)).toBeNull();
    expect(await at('quiet', 2)).toMatchObject({ account: { name: 'Other' } });
    expect(await at('quiet', 3)).toBeNull();
  });

  it('and the lines themselves read back as they were written', async () => {
    const entry = decisionEntry('line-1', {
      userId: 'ann',
      decidedAt: '2026-06-01T12:00:00.000Z',
      payload: '{"a":"ü"}',
    });
    await database.stores.decisions.insertMany([entry]);
    expect(await database.stores.loggedDecisions.find('line-1')).toEqual(entry);
    expect(await database.stores.loggedDecisions.find('line-none')).toBeNull();
  });
});
