/** Runs one suite of tests on every database: a SQLite file always, a MySQL-protocol server when there is one. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { openDatabase, type OpenDatabase } from '../../src/adapters/persistence/open-database';
import type { OpenOptions } from '../../src/adapters/persistence/open-options';
import { openSql } from '../../src/adapters/persistence/open-sql';
import { TEST_AUDIT_TOOLS } from './audit-lines';

/** The server to test on; each suite makes a database of its own there and drops it. */
export const TEST_MYSQL_URL = process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306';

/** A database of one suite: migrated before its first test, gone after its last. */
export interface TestDatabase {
  /** For DATABASE_URL, and for tests that open it once more. */
  readonly url: string;
  /** The opened stores; only inside tests. */
  readonly stores: OpenDatabase;
}

/** What a statement of the test's own finds, for what no port reads back. */
export async function rowsOf(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const database = await openSql(url);
  return database.all<Record<string, unknown>>(sql, []).finally(() => database.close());
}

interface Place {
  readonly url: string;
  remove(): Promise<void>;
}

/** Declares the tests once per database. An unreachable server skips its half, in print; with CI=true it fails. */
export function describeEachDatabase(
  title: string,
  tests: (database: TestDatabase) => void,
  options: Partial<OpenOptions> = {},
): void {
  describe(`${title} on SQLite`, () => tests(databaseAt(sqliteFile, options)));
  describeOnServer(title, () => tests(databaseAt(serverDatabase, options)));
}

/** Declares tests that need the server, in the same way. */
export function describeOnServer(title: string, tests: () => void): void {
  const name = `${title} on MySQL or MariaDB`;
  if (serverAnswers()) return describe(name, tests);
  if (process.env['CI'] === 'true')
    return it(`${name} finds its server`, () => Promise.reject(unreachable()));
  console.warn(`SKIPPED: ${name}. ${unreachable().message}`);
  describe.skip(name, tests);
}

/** Jest wants to know while declaring, so this one probe blocks. */
function serverAnswers(): boolean {
  const { hostname, port } = new URL(TEST_MYSQL_URL);
  const probe =
    `require('node:net').connect(${Number(port || 3306)}, ${JSON.stringify(hostname)})` +
    ".on('connect', () => process.exit(0)).on('error', () => process.exit(1))";
  return spawnSync(process.execPath, ['-e', probe], { timeout: 5_000 }).status === 0;
}

function unreachable(): Error {
  return new Error('No server answers at TEST_MYSQL_URL (default mysql://root@127.0.0.1:3306).');
}

function databaseAt(make: () => Promise<Place>, options: Partial<OpenOptions>): TestDatabase {
  let place: Place | undefined;
  let stores: OpenDatabase | undefined;
  beforeAll(async () => {
    place = await make();
    stores = await openDatabase(place.url, { audit: TEST_AUDIT_TOOLS, ...options });
    await stores.database.migrate();
  });
  afterAll(async () => {
    await stores?.database.close();
    await place?.remove();
  });
  return {
    get url() {
      return opened(place).url;
    },
    get stores() {
      return opened(stores);
    },
  };
}

function opened<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error('The database is opened before the first test, not while declaring.');
  return value;
}

/** A SQLite file in a folder of its own. */
export async function sqliteFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'expansion-'));
  return {
    url: `sqlite:${join(folder, 'test.db')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A new database with a random name on the test server. */
export async function serverDatabase(): Promise<Place> {
  const name = `expansion_test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  return { url: `${TEST_MYSQL_URL}/${name}`, remove: () => onServer(`DROP DATABASE ${name}`) };
}

async function onServer(statement: string): Promise<void> {
  const connection = await createConnection(TEST_MYSQL_URL);
  await connection.query(statement).finally(() => connection.end());
}
