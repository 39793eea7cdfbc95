/** Opens the database that DATABASE_URL names, below the stores. */
import type { Database } from '../../application/ports';
import { parseDatabaseUrl } from './database-address';
import { DEFAULT_OPEN_OPTIONS, type OpenOptions } from './open-options';
import { openServer } from './open-server';
import { openSqlite } from './open-sqlite';
import type { SqlDatabase } from './sql-database';

/** The same for every address; throws a `DatabaseFault` that says what is wrong, where and how to mend it. */
export async function openSql(
  url: string,
  options: Partial<OpenOptions> = {},
): Promise<SqlDatabase & Database> {
  const address = parseDatabaseUrl(url);
  const limits = { ...DEFAULT_OPEN_OPTIONS, ...options };
  return address.kind === 'sqlite' ? openSqlite(address, limits) : openServer(address, limits);
}
