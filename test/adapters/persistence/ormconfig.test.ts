import type { DataSource } from 'typeorm';
import { rowsOf, sqliteFile } from '../../support/databases';

describe('ormconfig.ts', () => {
  it("gives TypeORM's command line the database of DATABASE_URL, with its migrations", async () => {
    const place = await sqliteFile();
    process.env['DATABASE_URL'] = place.url;
    const { dataSource } = jest.requireActual<{ dataSource: Promise<DataSource> }>('../../../ormconfig');
    const source = await (await dataSource).initialize();
    expect(await source.showMigrations()).toBe(true);
    await source.runMigrations();
    expect(await source.showMigrations()).toBe(false);
    await source.destroy();
    expect(await rowsOf(place.url, 'SELECT COUNT(*) AS total FROM account')).toEqual([{ total: 0 }]);
    await place.remove();
  });
});
