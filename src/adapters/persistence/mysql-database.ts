/** A MySQL or MariaDB server behind a bounded pool of connections. */
import type { Pool as CallbackPool, QueryError } from 'mysql2';
import type { Pool, PoolConnection, RowDataPacket } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import type { Database } from '../../application/ports';
import { ConnectionGate } from './connection-gate';
import { type DatabaseAddress, describeAddress } from './database-address';
import { DatabaseFault } from './database-fault';
import { inTransaction } from './in-transaction';
import { MysqlSession } from './mysql-session';
import type { OpenOptions } from './open-options';
import { serverFault } from './server-fault';
import type { SqlDatabase, SqlSession, SqlStatement, SqlValue } from './sql-database';
import {
  migrationRetry,
  readPatiently,
  recognisingRetryUntil,
  transactionRetryUntil,
} from './transient-error';

const MIGRATION_LOCK_SECONDS = 60;

type Answered = (error: QueryError | null, rows: RowDataPacket[]) => void;

/** Calls beyond the pool wait in a bounded queue, for a bounded time; then they get a `DATABASE_BUSY` fault. */
export class MysqlDatabase implements SqlDatabase, Database {
  readonly dialect = 'mysql';
  private readonly pool: CallbackPool;
  private readonly promisingPool: Pool;
  private readonly gate: ConnectionGate;

  constructor(
    private readonly source: DataSource,
    private readonly address: DatabaseAddress,
    private readonly options: OpenOptions,
  ) {
    this.pool = (source.driver as unknown as { readonly pool: CallbackPool }).pool;
    this.promisingPool = this.pool.promise();
    this.gate = new ConnectionGate({ ...options, connections: options.poolSize });
  }

  get connections() {
    return this.gate.counts;
  }

  all<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.read((done) => this.pool.query<RowDataPacket[]>(sql, [...parameters], done));
  }

  prepared<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.read((done) => this.pool.execute<RowDataPacket[]>(sql, [...parameters], done));
  }

  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.named(() => transactionRetryUntil(this.deadline).execute(() => this.attempt(work)));
  }

  recognisingTransaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.named(() => recognisingRetryUntil(this.deadline).execute(() => this.attempt(work)));
  }

  /** How long a commit waits for the disk is the server's to say. */
  unpromisedTransaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.transaction(work);
  }

  runUnpromised(statements: readonly SqlStatement[]): Promise<void> {
    return this.transaction(async (session) => {
      for (const { sql, parameters } of statements) await session.runPrepared(sql, parameters);
    });
  }

  /** A server looks after itself. */
  attend(): void {}

  private get deadline(): number {
    return performance.now() + this.options.acquireTimeoutMs;
  }

  private attempt<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    const between = (connection: PoolConnection) =>
      inTransaction(
        new MysqlSession(connection),
        { begin: 'START TRANSACTION', discard: () => connection.destroy() },
        work,
      );
    return this.gate.run(() => this.onConnection(between));
  }

  /** Replicas that start together take turns; the first one does the work. */
  async migrate(): Promise<void> {
    await this.refuseForeignCharset();
    await this.named(() => this.onConnection((connection) => this.migrateLocked(connection)));
  }

  private async migrateLocked(connection: PoolConnection): Promise<void> {
    await lockMigrations(connection, this.lockName);
    try {
      await migrationRetry.execute(() => this.source.runMigrations());
    } finally {
      await connection.query('SELECT RELEASE_LOCK(?)', [this.lockName]);
    }
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private get lockName(): string {
    return `migrate:${this.source.driver.database}`.slice(0, 64);
  }

  /** mysql2's promises note the stack of every call, which costs more than the call. */
  private async read<Row>(send: (done: Answered) => void): Promise<readonly Row[]> {
    const query = () =>
      new Promise<readonly unknown[]>((resolve, reject) => {
        send((error, rows) => (error === null ? resolve(rows) : reject(error)));
      });
    return (await this.named(() => readPatiently(() => this.gate.run(query)))) as readonly Row[];
  }

  private async onConnection<T>(work: (connection: PoolConnection) => Promise<T>): Promise<T> {
    const connection = await this.promisingPool.getConnection();
    try {
      return await work(connection);
    } finally {
      connection.release();
    }
  }

  private async named<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw serverFault(error, this.address);
    }
  }

  /** Tables are made in the database's own character set; any but utf8mb4 would lose letters. */
  private async refuseForeignCharset(): Promise<void> {
    const [row] = await this.all<{ charset: string }>('SELECT @@character_set_database AS charset', []);
    if (row?.charset === 'utf8mb4') return;
    throw new DatabaseFault(
      'DATABASE_CHARSET',
      `The database ${describeAddress(this.address)} uses the character set ${row?.charset}, which can't hold every ` +
        `name. Run: ALTER DATABASE \`${this.source.driver.database}\` CHARACTER SET utf8mb4.`,
    );
  }
}

async function lockMigrations(connection: PoolConnection, name: string): Promise<void> {
  const sql = 'SELECT GET_LOCK(?, ?) AS locked';
  const [rows] = await connection.query<RowDataPacket[]>(sql, [name, MIGRATION_LOCK_SECONDS]);
  if (Number(rows[0]?.['locked']) === 1) return;
  throw new DatabaseFault(
    'DATABASE_BUSY',
    `Another process has been migrating the database for ${MIGRATION_LOCK_SECONDS} s. Wait until it is done, then start again.`,
  );
}
