/** Builds TypeORM's settings for each kind of database. */
import type BetterSqlite3 from 'better-sqlite3';
import * as mysql2 from 'mysql2';
import type { DataSourceOptions } from 'typeorm';
import { type DatabaseAddress } from './database-address';
import { CreateTables1767225600000 } from './migrations/1767225600000-create-tables';
import { Responses1767312000000 } from './migrations/1767312000000-responses';
import { HandoffCounts1767398400000 } from './migrations/1767398400000-handoff-counts';
import { EntryPrice1767484800000 } from './migrations/1767484800000-entry-price';
import { AuditLog1767571200000 } from './migrations/1767571200000-audit-log';
import { Drafts1767600000000 } from './migrations/1767600000000-drafts';
import { Simulations1767657600000 } from './migrations/1767657600000-simulations';
import { AccountSnapshots1767744000000 } from './migrations/1767744000000-account-snapshots';
import type { OpenOptions } from './open-options';
import { allTables } from './tables/all-tables';

type SqliteAddress = Extract<DatabaseAddress, { kind: 'sqlite' }>;
type ServerAddress = Exclude<DatabaseAddress, SqliteAddress>;

const MIGRATIONS = {
  migrations: [
    CreateTables1767225600000,
    Responses1767312000000,
    HandoffCounts1767398400000,
    EntryPrice1767484800000,
    AuditLog1767571200000,
    Drafts1767600000000,
    Simulations1767657600000,
    AccountSnapshots1767744000000,
  ],
  migrationsTableName: 'schema_migration',
};

/** A blocking wait stops the whole process, so it is short; the waiting is done between tries (transient-error.ts). */
const SQLITE_BLOCKING_WAIT_MS = 5;

const SESSION_SETTINGS = [
  "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', " +
    "innodb_lock_wait_timeout = 1, time_zone = '+00:00'",
  // Without gap locks, so that parallel inserts wait for each other instead of deadlocking.
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** The writer creates the file; the reader may not write to it. */
export function sqliteOptions(address: SqliteAddress, mode: 'writer' | 'reader'): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    database: address.file,
    readonly: mode === 'reader',
    timeout: SQLITE_BLOCKING_WAIT_MS,
    prepareDatabase: mode === 'writer' ? prepareWriter : prepareReader,
    entities: allTables('sqlite'),
    ...MIGRATIONS,
  };
}

/** `kind` must be what the server really is: TypeORM treats MySQL and MariaDB differently. */
export function serverOptions(address: ServerAddress, options: OpenOptions): DataSourceOptions {
  return {
    type: address.kind,
    driver: { ...mysql2, createPool: createPreparedPool },
    host: address.host,
    port: address.port,
    username: address.user,
    password: address.password,
    database: address.database,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    connectTimeout: options.connectTimeoutMs,
    // One more than callers may hold: migrations run beside the connection that holds their lock.
    poolSize: options.poolSize + 1,
    extra: { queueLimit: options.queueLimit, enableKeepAlive: true, maxPreparedStatements: 200 },
    entities: allTables('mysql'),
    ...MIGRATIONS,
  };
}

/** mysql2's own pool, whose every connection is set to the rules we rely on before its first statement. */
function createPreparedPool(options: mysql2.PoolOptions): mysql2.Pool {
  const pool = mysql2.createPool(options);
  pool.on('connection', (connection) => {
    for (const setting of SESSION_SETTINGS)
      connection.query(setting, (error: unknown) => error && connection.destroy());
  });
  return pool;
}

function prepareWriter(database: BetterSqlite3.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('cache_size = -65536');
}

function prepareReader(database: BetterSqlite3.Database): void {
  database.pragma('query_only = ON');
  // Others' commits empty it, page by page: a large one costs more to empty than it saves.
  database.pragma('cache_size = -8192');
}
