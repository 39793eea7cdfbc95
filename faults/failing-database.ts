/** A database whose transactions fail on purpose at one statement of their first run. */
import type {
  SqlDatabase,
  SqlSession,
  SqlStatement,
  SqlValue,
} from '../src/adapters/persistence/sql-database';

/** Where the error comes: at the nth statement of the transaction's work, before it is sent or after it took effect. */
export interface FailurePoint {
  /** 1 for the first; a number beyond the last statement fails nothing. */
  readonly statement: number;
  readonly moment: 'before' | 'after';
  readonly error: Error;
}

/** Everything but the failure is the real database, its rollback and its retries included. */
export class FailingDatabase implements SqlDatabase {
  /** How often a transaction's work was begun since `failOnce`. */
  runs = 0;
  private point: FailurePoint | null = null;

  constructor(private readonly real: SqlDatabase) {}

  get dialect() {
    return this.real.dialect;
  }

  /** From the next transaction on; used up when it has happened. */
  failOnce(point: FailurePoint): void {
    this.point = point;
    this.runs = 0;
  }

  all<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.real.all(sql, parameters);
  }

  prepared<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.real.prepared(sql, parameters);
  }

  transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.real.transaction((session) => work(this.failing(session)));
  }

  recognisingTransaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.real.recognisingTransaction((session) => work(this.failing(session)));
  }

  unpromisedTransaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return this.real.unpromisedTransaction((session) => work(this.failing(session)));
  }

  runUnpromised(statements: readonly SqlStatement[]): Promise<void> {
    return this.unpromisedTransaction(async (session) => {
      for (const { sql, parameters } of statements) await session.runPrepared(sql, parameters);
    });
  }

  attend(): void {
    this.real.attend();
  }

  private failing(session: SqlSession): SqlSession {
    this.runs += 1;
    let statements = 0;
    const around = async <T>(send: () => Promise<T>): Promise<T> => {
      statements += 1;
      const point = this.point?.statement === statements ? this.point : null;
      if (point !== null) this.point = null;
      if (point?.moment === 'before') throw point.error;
      const result = await send();
      if (point?.moment === 'after') throw point.error;
      return result;
    };
    return {
      dialect: session.dialect,
      all: (sql, parameters) => around(() => session.all(sql, parameters)),
      run: (sql, parameters) => around(() => session.run(sql, parameters)),
      runPrepared: (sql, parameters) => around(() => session.runPrepared(sql, parameters)),
    };
  }
}
