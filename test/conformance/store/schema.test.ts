import { DataSource } from 'typeorm';
import { parseDatabaseUrl } from '../../../src/adapters/persistence/database-address';
import { serverOptions, sqliteOptions } from '../../../src/adapters/persistence/data-source-options';
import { DEFAULT_OPEN_OPTIONS } from '../../../src/adapters/persistence/open-options';
import { serverKind } from '../../../src/adapters/persistence/open-server';
import { describeEachDatabase } from '../../support/databases';

async function sourceOf(url: string): Promise<DataSource> {
  const address = parseDatabaseUrl(url);
  if (address.kind === 'sqlite') return new DataSource(sqliteOptions(address, 'writer')).initialize();
  const kind = await serverKind(address, DEFAULT_OPEN_OPTIONS);
  return new DataSource(serverOptions({ ...address, kind }, DEFAULT_OPEN_OPTIONS)).initialize();
}

describeEachDatabase('the schema', (database) => {
  it('is exactly what the tables say: the schema builder has nothing to do', async () => {
    const source = await sourceOf(database.url);
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('may be migrated again, and by several at once', async () => {
    await Promise.all([1, 2, 3].map(() => database.stores.database.migrate()));
    expect(await database.stores.accounts.count()).toBe(0);
  });

  it('goes away with its migrations and comes back', async () => {
    const source = await sourceOf(database.url);
    for (const _migration of source.migrations) await source.undoLastMigration();
    const left = await source.createQueryRunner().hasTable('account');
    await source.runMigrations();
    await source.destroy();
    expect(left).toBe(false);
    expect(await database.stores.accounts.count()).toBe(0);
  });
});
