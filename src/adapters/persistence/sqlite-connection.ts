/** Runs SQL on one better-sqlite3 connection, each text prepared once. */
import type BetterSqlite3 from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { SqlSession, SqlValue } from './sql-database';

/** Takes over the connection that TypeORM opened. */
export class SqliteConnection implements SqlSession {
  readonly dialect = 'sqlite';
  private readonly connection: BetterSqlite3.Database;
  private readonly statements = new LRUCache<string, BetterSqlite3.Statement>({ max: 200 });

  constructor(source: DataSource) {
    const driver = source.driver as unknown as { readonly databaseConnection: BetterSqlite3.Database };
    this.connection = driver.databaseConnection;
  }

  async all<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]> {
    return this.statement(sql).all(...parameters) as Row[];
  }

  async run(sql: string, parameters: readonly SqlValue[]): Promise<number> {
    return this.statement(sql).run(...parameters).changes;
  }

  runPrepared(sql: string, parameters: readonly SqlValue[]): Promise<number> {
    return this.run(sql, parameters);
  }

  /** Changes a setting of the connection, such as `foreign_keys = ON`. */
  pragma(setting: string): void {
    this.connection.pragma(setting);
  }

  private statement(sql: string): BetterSqlite3.Statement {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.connection.prepare(sql);
    this.statements.set(sql, prepared);
    return prepared;
  }
}
