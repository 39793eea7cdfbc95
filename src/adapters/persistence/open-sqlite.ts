/** Opens a SQLite file, its folder included, or says what is in the way. */
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import type { DatabaseAddress } from './database-address';
import { DatabaseFault } from './database-fault';
import { sqliteOptions } from './data-source-options';
import type { OpenOptions } from './open-options';
import { SqliteDatabase } from './sqlite-database';
import { readRetry } from './transient-error';

type SqliteAddress = Extract<DatabaseAddress, { kind: 'sqlite' }>;

/** Creates what does not exist yet. */
export async function openSqlite(address: SqliteAddress, options: OpenOptions): Promise<SqliteDatabase> {
  const file = resolve(address.file);
  await createFolder(dirname(file));
  const writer = await initialised(file, 'writer');
  try {
    return new SqliteDatabase(writer, await initialised(file, 'reader'), options);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

async function createFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new DatabaseFault(
      'DATABASE_FOLDER',
      `The folder ${folder} can't be created (${reason(error)}). Create it, give this user the right to write there, ` +
        'or point DATABASE_URL elsewhere.',
      error,
    );
  }
}

async function initialised(file: string, mode: 'writer' | 'reader'): Promise<DataSource> {
  try {
    return await readRetry.execute(() =>
      new DataSource(sqliteOptions({ kind: 'sqlite', file }, mode)).initialize(),
    );
  } catch (error) {
    throw new DatabaseFault(
      'DATABASE_FILE',
      `The SQLite file ${file} can't be opened (${reason(error)}). This user must be allowed to write to the file and ` +
        'its folder, and the file must be a SQLite database.',
      error,
    );
  }
}

function reason(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown reason';
}
