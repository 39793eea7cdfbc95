/** Moves what was written from SQLite's write-ahead log into the file, on a thread that may wait for the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import type { CheckpointOrder } from './sqlite-checkpoints';

const { file, everyMs } = workerData as CheckpointOrder;
const database = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
// Passive: it takes what nobody is reading or writing, and is in nobody's way.
const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
const timer = setInterval(() => checkpoint.get(), everyMs);

/** Whatever is said means: stop. */
parentPort?.once('message', () => {
  clearInterval(timer);
  database.close();
});
