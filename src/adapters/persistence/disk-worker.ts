/** Commits to a SQLite file, and moves its write-ahead log into it, on a thread that may wait for the disk. */
import BetterSqlite3 from 'better-sqlite3';
import { workerData } from 'piscina';
import type { DiskAnswer, DiskTask, DiskWork } from './disk-thread';
import type { SqlStatement } from './sql-database';

/** Others are waited for between tries, by who gives the work. */
const BLOCKING_WAIT_MS = 5;

const { file } = workerData as DiskWork;
const database = new BetterSqlite3(file, { fileMustExist: true, timeout: BLOCKING_WAIT_MS });
database.pragma('synchronous = NORMAL');
database.pragma('wal_autocheckpoint = 0');
// Passive: it takes what nobody is reading or writing, and is in nobody's way.
const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
const prepared = new Map<string, BetterSqlite3.Statement>();

/** The texts are few: see multi-row.ts. */
function statement(sql: string): BetterSqlite3.Statement {
  const known = prepared.get(sql) ?? database.prepare(sql);
  prepared.set(sql, known);
  return known;
}

const commit = database.transaction((statements: readonly SqlStatement[]) => {
  for (const { sql, parameters } of statements) statement(sql).run(...parameters);
});

/** One task after the other. SQLite's own errors are answered, since a thread's errors lose their codes on the way. */
export function workOnDisk(task: DiskTask): DiskAnswer {
  try {
    if (task === 'checkpoint') checkpoint.get();
    else if (task === 'close') database.close();
    else commit.immediate(task);
    return null;
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError) return { code: error.code, message: error.message };
    throw error;
  }
}
