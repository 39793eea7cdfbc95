/** A process of its own that writes to an attended SQLite file without a checkpoint of its own, and tells what became of it. */
import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { DEFAULT_OPEN_OPTIONS } from '../../src/adapters/persistence/open-options';
import { openSqlite } from '../../src/adapters/persistence/open-sqlite';

const [file = ''] = process.argv.slice(2);
const WRITTEN = 2_000_000;

async function writeAttended(): Promise<void> {
  const database = await openSqlite({ kind: 'sqlite', file }, DEFAULT_OPEN_OPTIONS);
  database.attend();
  database.attend();
  const pages = () => database.transaction((session) => session.all<object>('PRAGMA wal_autocheckpoint', []));
  while (JSON.stringify(await pages()) !== '[{"wal_autocheckpoint":16000}]') await wait(10);
  await database.transaction((session) => session.run('CREATE TABLE note (text TEXT)', []));
  await database.transaction((session) => session.run('INSERT INTO note VALUES (?)', ['x'.repeat(WRITTEN)]));
  while (statSync(file).size < WRITTEN) await wait(10);
  await database.close();
  console.log('in the file');
}

void writeAttended();
