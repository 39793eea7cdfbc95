import Sqlite from 'better-sqlite3';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { sqliteOptions } from '../../../src/adapters/persistence/data-source-options';
import { openDatabase } from '../../../src/adapters/persistence/open-database';
import { DEFAULT_OPEN_OPTIONS } from '../../../src/adapters/persistence/open-options';
import type { SqlSession } from '../../../src/adapters/persistence/sql-database';
import { openSqlite } from '../../../src/adapters/persistence/open-sqlite';
import { accountWrite } from '../../support/account-writes';

describe('a SQLite file', () => {
  let folder = '';
  const path = (...names: string[]) => join(folder, ...names);
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'expansion-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('is made with its folders, and read again by the next process', async () => {
    const url = `sqlite:${path('a', 'b', 'x.db')}`;
    const first = await openDatabase(url);
    await first.database.migrate();
    await first.accountStore.write(accountWrite('kept'));
    await first.database.close();
    const second = await openDatabase(url);
    expect((await second.accounts.snapshot('kept'))?.version).toBe(1);
    await second.database.close();
  });

  it('keeps its promises by settings: WAL, a flush per commit, foreign keys, a short blocking wait', async () => {
    const database = await openSqlite({ kind: 'sqlite', file: path('pragmas.db') }, DEFAULT_OPEN_OPTIONS);
    const settings = await database.transaction(async (session) => {
      const names = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'];
      const rows = await Promise.all(names.map((name) => session.all<object>(`PRAGMA ${name}`, [])));
      return rows.map(([row]) => Object.values(row ?? {})[0] as unknown);
    });
    expect(settings).toEqual(['wal', 2, 1, 5]);
    await database.migrate();
    await expect(database.all('DELETE FROM account RETURNING id', [])).rejects.toMatchObject({
      code: 'SQLITE_READONLY',
    });
    await database.close();
  });

  it('waits for no flush for what nobody was promised, and waits again for what comes after, whatever became of it', async () => {
    const database = await openSqlite({ kind: 'sqlite', file: path('unpromised.db') }, DEFAULT_OPEN_OPTIONS);
    const flushing = async (session: SqlSession) => {
      const [row] = await session.all<{ synchronous: number }>('PRAGMA synchronous', []);
      return row?.synchronous;
    };
    const [NORMAL, FULL] = [1, 2];
    expect(await database.unpromisedTransaction(flushing)).toBe(NORMAL);
    expect(await database.transaction(flushing)).toBe(FULL);
    const failing = database.unpromisedTransaction(() => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect(await database.transaction(flushing)).toBe(FULL);
    await database.close();
  });

  it('refuses rows without a parent, even when its migration was overtaken by another process', async () => {
    const address = { kind: 'sqlite', file: path('overtaken.db') } as const;
    const first = await openSqlite(address, DEFAULT_OPEN_OPTIONS);
    await first.migrate();
    const source = await new DataSource(sqliteOptions(address, 'writer')).initialize();
    await source.undoLastMigration();
    const other = new Sqlite(address.file);
    other.exec('BEGIN IMMEDIATE');
    const overtaken = first.migrate();
    await wait(100);
    other.exec('COMMIT');
    other.close();
    await source.runMigrations();
    await source.destroy();
    await overtaken;
    const [row] = await first.transaction((session) => session.all('PRAGMA foreign_keys', []));
    expect(row).toEqual({ foreign_keys: 1 });
    await first.close();
  });

  it.each([
    ['its folder can not be made', 'file/x.db', 'DATABASE_FOLDER'],
    ['it is a folder', '.', 'DATABASE_FILE'],
    ['it is something else', 'file', 'DATABASE_FILE'],
  ])('is refused in words when %s', async (_title, name, code) => {
    await writeFile(
      path('file'),
      'this is no database, but it is long enough to be taken for one. '.repeat(20),
    );
    const opening = openDatabase(`sqlite:${path(name)}`);
    await expect(opening).rejects.toMatchObject({ code, message: expect.stringContaining(folder) });
  });

  it('that another process is writing to is waited for without blocking this one, and can be read meanwhile', async () => {
    const file = path('shared.db');
    const stores = await openDatabase(`sqlite:${file}`);
    await stores.database.migrate();
    await stores.accountStore.write(accountWrite('shared'));
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const writing = stores.accountStore.write(accountWrite('shared', { expectedVersion: 1 }));
    let isWritten = false;
    void writing.then(() => (isWritten = true));
    for (let round = 0; round < 30; round += 1) {
      expect((await stores.accounts.snapshot('shared'))?.version).toBe(1);
      await wait(10);
      expect(isWritten).toBe(false);
    }
    other.exec('COMMIT');
    other.close();
    expect(await writing).toBe('written');
    await stores.database.close();
  });

  it('that stays locked is given up on in bounded time, by all who wait, and works again afterwards', async () => {
    const file = path('stuck.db');
    const stores = await openDatabase(`sqlite:${file}`, { acquireTimeoutMs: 200 });
    await stores.database.migrate();
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const waiting = Array.from({ length: 20 }, (_, index) =>
      stores.accountStore.write(accountWrite(`s-${index}`)),
    );
    const ends = await Promise.allSettled(waiting);
    for (const end of ends)
      expect(end).toMatchObject({ reason: { name: 'DatabaseFault', code: 'DATABASE_BUSY' } });
    other.exec('ROLLBACK');
    other.close();
    expect(await stores.accountStore.write(accountWrite('stuck'))).toBe('written');
    await stores.database.close();
  });
});
