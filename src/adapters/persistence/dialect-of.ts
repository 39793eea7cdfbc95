/** Tells a migration which kind of database it runs on. */
import type { QueryRunner } from 'typeorm';
import type { Dialect } from './column-types';

/** By the driver that TypeORM was opened with. */
export function dialectOf(runner: QueryRunner): Dialect {
  return runner.connection.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';
}
