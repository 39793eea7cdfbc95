/** Describes what the stores need of a database, the same for SQLite and MySQL. */
import type { Dialect } from './column-types';

/** What a parameter may be; times and booleans are spelt by the caller. */
export type SqlValue = string | number | null;

/** A statement with what it is given. */
export interface SqlStatement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** Reads rows. Text of binary columns may come back as bytes: see key-text.ts. */
export interface SqlReader {
  all<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]>;
}

/** One connection inside one transaction; never to be kept beyond it. */
export interface SqlSession extends SqlReader {
  readonly dialect: Dialect;
  /** Runs a statement and answers the number of rows it matched. */
  run(sql: string, parameters: readonly SqlValue[]): Promise<number>;
  /** Like `run`, as a prepared statement: for texts that are few. */
  runPrepared(sql: string, parameters: readonly SqlValue[]): Promise<number>;
}

/** Reads outside transactions see what was committed before they began. */
export interface SqlDatabase extends SqlReader {
  readonly dialect: Dialect;
  /** Like `all`, as a prepared statement: for texts that never vary. */
  prepared<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]>;
  /**
   * Runs the work and commits; rolls everything back when it throws. Deadlocks, lock waits, a busy file and repeated
   * unique keys run the whole work again, a bounded number of times: so the work looks before it inserts, and holds
   * no state of its own.
   */
  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /**
   * Like `transaction`, for work that recognises what an earlier run of it committed: it is also run again when the
   * connection was lost, be it between COMMIT and its acknowledgement.
   */
  recognisingTransaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /**
   * Like `transaction`, for rows that nobody was promised: on SQLite nobody waits for the disk, so that a power cut may take
   * the latest of them. A process that is killed loses none.
   */
  unpromisedTransaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T>;
  /**
   * The same for statements that are known beforehand and few in their texts: all or none of them. On SQLite a thread runs
   * them where there is one; else the event loop turns between two of them.
   */
  runUnpromised(statements: readonly SqlStatement[]): Promise<void>;
  /** Starts what the database needs beside a service that listens; closing ends it. */
  attend(): void;
}
