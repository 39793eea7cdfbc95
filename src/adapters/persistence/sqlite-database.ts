/** One SQLite file in WAL mode: one writer at a time, and a second connection that only reads. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Database } from '../../application/ports';
import { ConnectionGate } from './connection-gate';
import { DiskThread } from './disk-thread';
import { diskFullFault, isDiskFull } from './disk-full';
import { inTransaction } from './in-transaction';
import { lockedFault } from './locked-fault';
import { isLocked, migrationRetry, readPatiently, transactionRetryUntil } from './transient-error';
import type { OpenOptions } from './open-options';
import type { SqlDatabase, SqlSession, SqlStatement, SqlValue } from './sql-database';
import { SqliteConnection } from './sqlite-connection';

// IMMEDIATE: a transaction that only later turns into a writer can't be retried by waiting.
const BOUNDS = { begin: 'BEGIN IMMEDIATE', discard: () => undefined };

/** Reads never wait for the writer; writers of this process take turns, those of others are waited for in short tries. */
export class SqliteDatabase implements SqlDatabase, Database {
  readonly dialect = 'sqlite';
  private readonly writing: ConnectionGate;
  private readonly writer: SqliteConnection;
  private readonly reader: SqliteConnection;
  private readonly disk: DiskThread;

  constructor(
    private readonly writeSource: DataSource,
    private readonly readSource: DataSource,
    private readonly options: OpenOptions,
  ) {
    this.writing = new ConnectionGate({ ...options, connections: 1 });
    this.writer = new SqliteConnection(writeSource);
    this.reader = new SqliteConnection(readSource);
    this.disk = new DiskThread(String(writeSource.options.database), (pages) => {
      this.writer.pragma(`wal_autocheckpoint = ${pages}`);
    });
  }

  get connections() {
    return this.writing.counts;
  }

  all<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]> {
    return readPatiently(() => this.reader.all<Row>(sql, parameters));
  }

  prepared<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.all(sql, parameters);
  }

  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.inTurn(() => inTransaction(this.writer, BOUNDS, work));
  }

  /** What the next promised transaction waits for on the disk covers this one as well. */
  unpromisedTransaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      this.writer.pragma('synchronous = NORMAL');
      try {
        return await inTransaction(this.writer, BOUNDS, work);
      } finally {
        this.writer.pragma('synchronous = FULL');
      }
    });
  }

  /** Who gives the thread work keeps the turn of a writer meanwhile. */
  runUnpromised(statements: readonly SqlStatement[]): Promise<void> {
    if (this.disk.isAtWork) return this.inTurn(() => this.disk.commit(statements));
    return this.unpromisedTransaction(async (session) => {
      for (const { sql, parameters } of statements) {
        await nextTurn();
        await session.runPrepared(sql, parameters);
      }
    });
  }

  private async inTurn<T>(attempt: () => Promise<T>): Promise<T> {
    const retrying = transactionRetryUntil(performance.now() + this.options.acquireTimeoutMs);
    try {
      // Who waits for another process keeps its turn: the others would find the same lock.
      return await this.writing.run(() => retrying.execute(attempt));
    } catch (error) {
      throw this.named(error);
    }
  }

  private named(error: unknown): unknown {
    const file = String(this.writeSource.options.database);
    if (isDiskFull(error)) return diskFullFault(file, error);
    return isLocked(error) ? lockedFault(file, error) : error;
  }

  /** A file has no connection to lose. */
  recognisingTransaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.transaction(work);
  }

  async migrate(): Promise<void> {
    await migrationRetry.execute(() => this.writing.run(() => this.runMigrations()));
  }

  /** TypeORM migrates without foreign keys, and forgets to demand them again when a migration fails. */
  private async runMigrations(): Promise<void> {
    try {
      await this.writeSource.runMigrations();
    } finally {
      this.writer.pragma('foreign_keys = ON');
    }
  }

  /** From here on checkpoints, and what nobody was promised, are written beside the event loop. */
  attend(): void {
    void this.disk.start();
  }

  async close(): Promise<void> {
    await this.writing.run(() => this.disk.stop());
    await this.readSource.destroy();
    await this.writing.run(() => this.writeSource.destroy());
  }
}
