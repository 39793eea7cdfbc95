/** A process of its own that writes to an attended SQLite file without a checkpoint of its own, and tells what became of it. */
import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { DEFAULT_OPEN_OPTIONS } from '../../src/adapters/persistence/open-options';
import { openSqlite } from '../../src/adapters/persistence/open-sqlite';
import type { SqlDatabase, SqlStatement } from '../../src/adapters/persistence/sql-database';

const [file = ''] = process.argv.slice(2);
const WRITTEN = 2_000_000;
const NOTE = 'INSERT INTO note (id, text) VALUES (?, ?)';

async function attended(database: SqlDatabase): Promise<void> {
  database.attend();
  database.attend();
  while (JSON.stringify(await pragma(database, 'wal_autocheckpoint')) !== '[{"wal_autocheckpoint":16000}]')
    await wait(10);
}

/** Of the writing connection. */
function pragma(database: SqlDatabase, name: string): Promise<readonly object[]> {
  return database.transaction((session) => session.all<object>(`PRAGMA ${name}`, []));
}

/** The data version of a connection changes with the commits of others only. */
async function writeBatches(database: SqlDatabase) {
  const before = JSON.stringify(await pragma(database, 'data_version'));
  const notes = (...ids: readonly string[]): SqlStatement[] =>
    ids.map((id) => ({ sql: NOTE, parameters: [id, 'short'] }));
  await database.runUnpromised(notes('first', 'second'));
  const refused = await database.runUnpromised(notes('third', 'first')).then(
    () => 'nothing',
    (error: unknown) => (error as { code?: unknown }).code,
  );
  const byTheThread = JSON.stringify(await pragma(database, 'data_version')) !== before;
  const kept = await database.all<{ id: string }>("SELECT id FROM note WHERE text = 'short' ORDER BY id", []);
  return { byTheThread, refused, notes: kept.map(({ id }) => id) };
}

async function writeAttended(): Promise<void> {
  const database = await openSqlite({ kind: 'sqlite', file }, DEFAULT_OPEN_OPTIONS);
  await attended(database);
  await database.transaction((session) =>
    session.run('CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT)', []),
  );
  await database.transaction((session) => session.run(NOTE, ['long', 'x'.repeat(WRITTEN)]));
  while (statSync(file).size < WRITTEN) await wait(10);
  const told = { inTheFile: true, ...(await writeBatches(database)) };
  await database.close();
  console.log(JSON.stringify(told));
}

void writeAttended();
