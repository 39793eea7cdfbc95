import { createConnection, type Connection } from 'mysql2/promise';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase, type OpenDatabase } from '../../../src/adapters/persistence/open-database';
import { DEFAULT_OPEN_OPTIONS } from '../../../src/adapters/persistence/open-options';
import { openServer } from '../../../src/adapters/persistence/open-server';
import { parseDatabaseUrl } from '../../../src/adapters/persistence/database-address';
import { accountWrite, seatsEvent } from '../../support/account-writes';
import { describeOnServer, serverDatabase, TEST_MYSQL_URL } from '../../support/databases';

const withLogin = (login: string, path: string) =>
  `${TEST_MYSQL_URL.replace(/\/\/[^/]*@/, `//${login}@`)}/${path}`;

describe('a server that does not answer', () => {
  it('is named with host, port and a way to mend it, without the password', async () => {
    const opening = openDatabase('mysql://svc:hush-hush@127.0.0.1:1/expansion');
    await expect(opening).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringMatching(/mysql:\/\/svc@127\.0\.0\.1:1\/expansion can't be reached.*Check/),
    });
    await opening.catch((error: unknown) =>
      expect(JSON.stringify(error) + String(error)).not.toContain('hush'),
    );
  });
});

describeOnServer('opening a database', () => {
  it.each([
    ['a wrong login', withLogin('nobody:hush-hush', 'mysql'), 'DATABASE_REFUSED_LOGIN'],
    ['a database that is not there', `${TEST_MYSQL_URL}/expansion_absent`, 'DATABASE_MISSING'],
  ])('with %s fails in words', async (_title, url, code) => {
    const opening = openDatabase(url);
    await expect(opening).rejects.toMatchObject({ code });
    await opening.catch((error: unknown) => expect(String(error)).not.toContain('hush'));
  });

  it.each(['mysql', 'mariadb'])('finds out what the server is when the URL says %s', async (scheme) => {
    const place = await serverDatabase();
    const address = parseDatabaseUrl(place.url.replace(/^\w+:/, `${scheme}:`));
    if (address.kind === 'sqlite') throw new Error('TEST_MYSQL_URL must name a server');
    const database = await openServer(address, DEFAULT_OPEN_OPTIONS);
    const [row] = await database.all<Record<string, unknown>>(
      'SELECT @@sql_mode AS mode, @@time_zone AS zone, @@innodb_lock_wait_timeout AS lock_wait, ' +
        '@@character_set_client AS charset, 9007199254740993 AS big',
      [],
    );
    await database.close();
    await place.remove();
    expect(row).toEqual({
      mode: 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
      zone: '+00:00',
      lock_wait: '1',
      charset: 'utf8mb4',
      big: '9007199254740993',
    });
  });

  it('refuses to make tables in another character set than utf8mb4', async () => {
    const place = await serverDatabase();
    const admin = await createConnection(place.url);
    await admin.query(`ALTER DATABASE ${new URL(place.url).pathname.slice(1)} CHARACTER SET latin1`);
    await admin.end();
    const stores = await openDatabase(place.url);
    const fault: unknown = await stores.database.migrate().catch((error: unknown) => error);
    await stores.database.close();
    await place.remove();
    expect(fault).toMatchObject({ code: 'DATABASE_CHARSET' });
    expect(String(fault)).toMatch(/latin1.*ALTER DATABASE/);
  });
});

describeOnServer('an account that somebody else has locked', () => {
  let place: Awaited<ReturnType<typeof serverDatabase>>;
  let stores: OpenDatabase;
  let patient: OpenDatabase;
  let other: Connection;

  beforeAll(async () => {
    place = await serverDatabase();
    stores = await openDatabase(place.url, { poolSize: 1, acquireTimeoutMs: 300 });
    patient = await openDatabase(place.url, { poolSize: 1, acquireTimeoutMs: 2_000 });
    await stores.database.migrate();
    other = await createConnection(place.url);
  });
  afterAll(async () => {
    await other.end();
    await stores.database.close();
    await patient.database.close();
    await place.remove();
  });

  const lock = async (id: string) => {
    await other.query('START TRANSACTION');
    await other.query('SELECT id FROM account WHERE id = ? FOR UPDATE', [id]);
  };

  it('is written after a lock wait timeout, once and whole', async () => {
    await stores.accountStore.write(accountWrite('waited-for'));
    await lock('waited-for');
    const change = accountWrite('waited-for', {
      expectedVersion: 1,
      usageEvents: [seatsEvent('waited', 'waited-for')],
    });
    const writing = patient.accountStore.write(change);
    await wait(1_300);
    await other.query('COMMIT');
    expect(await writing).toBe('written');
    expect((await stores.accounts.snapshot('waited-for'))?.version).toBe(2);
    expect(await stores.accountStore.usageEvents('waited-for', 'seats', null, null)).toHaveLength(1);
  });

  it('is given up on while the lock is still held, with nothing written', async () => {
    await stores.accountStore.write(accountWrite('held'));
    await lock('held');
    const change = accountWrite('held', { expectedVersion: 1 });
    await expect(patient.accountStore.write(change)).rejects.toMatchObject({ code: 'DATABASE_BUSY' });
    await other.query('COMMIT');
    expect((await stores.accounts.snapshot('held'))?.version).toBe(1);
  });

  it('keeps the only connection busy: others are refused in time, and served again afterwards', async () => {
    await stores.accountStore.write(accountWrite('jam'));
    await lock('jam');
    const writing = stores.accountStore.write(accountWrite('jam', { expectedVersion: 1 }));
    await wait(20);
    await expect(stores.accounts.snapshot('jam')).rejects.toMatchObject({ code: 'DATABASE_BUSY' });
    await other.query('COMMIT');
    expect(await writing).toBe('written');
    expect((await stores.accounts.snapshot('jam'))?.version).toBe(2);
  });

  it('is written after a deadlock, whoever was the victim', async () => {
    await stores.accountStore.writeMany([accountWrite('dead-a'), accountWrite('dead-b')]);
    await lock('dead-b');
    const both = ['dead-a', 'dead-b'].map((id) => accountWrite(id, { expectedVersion: 1 }));
    const writing = stores.accountStore.writeMany(both);
    await wait(100);
    await other.query('SELECT id FROM account WHERE id = ? FOR UPDATE', ['dead-a']).catch(() => undefined);
    await other.query('ROLLBACK');
    expect(await writing).toEqual(['written', 'written']);
    const found = await stores.accounts.snapshots(['dead-a', 'dead-b']);
    expect(found.map((snapshot) => snapshot?.version)).toEqual([2, 2]);
  });

  it('is read and written again after the server has closed every connection', async () => {
    await stores.accountStore.write(accountWrite('cut'));
    const [processes] = await other.query<never[]>(
      'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
    );
    for (const { id } of processes as readonly { readonly id: string }[]) await other.query(`KILL ${id}`);
    expect((await stores.accounts.snapshot('cut'))?.version).toBe(1);
    expect(await stores.accountStore.write(accountWrite('cut', { expectedVersion: 1 }))).toBe('written');
  });
});
