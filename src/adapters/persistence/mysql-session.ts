/** Runs SQL on one mysql2 connection. */
import type { PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import type { SqlSession, SqlValue } from './sql-database';

/** Statements go one after another; the caller began the transaction. */
export class MysqlSession implements SqlSession {
  readonly dialect = 'mysql';

  constructor(private readonly connection: PoolConnection) {}

  async all<Row>(sql: string, parameters: readonly SqlValue[]): Promise<readonly Row[]> {
    const [rows] = await this.connection.query<RowDataPacket[]>(sql, [...parameters]);
    return rows as readonly unknown[] as readonly Row[];
  }

  async run(sql: string, parameters: readonly SqlValue[]): Promise<number> {
    const [result] = await this.connection.query<ResultSetHeader>(sql, [...parameters]);
    return result.affectedRows;
  }
  async runPrepared(sql: string, parameters: readonly SqlValue[]): Promise<number> {
    const [result] = await this.connection.execute<ResultSetHeader>(sql, [...parameters]);
    return result.affectedRows;
  }
}
