/** Makes the database of one run: a file of its own, or a MariaDB server of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSql } from '../src/adapters/persistence/open-sql';
import type { DatabaseKind, SkippedFault } from './fault';
import { hasMariadb, OwnMariadb } from './own-mariadb';

/** Migrated and empty. */
export interface DatabasePlace {
  /** For what the run keeps beside the database. */
  readonly folder: string;
  readonly url: string;
  /** null on SQLite. */
  readonly mariadb: OwnMariadb | null;
  remove(): Promise<void>;
}

/** Runs the work on a new database and removes it whatever happens. `data` is where its files go. */
export async function withDatabase<T>(
  kind: DatabaseKind,
  work: (place: DatabasePlace) => Promise<T>,
  data?: string,
): Promise<T | SkippedFault> {
  if (kind === 'MariaDB' && !hasMariadb()) return { skipped: 'MariaDB is not installed on this machine' };
  const place = await makePlace(kind, await mkdtemp(path.join(tmpdir(), 'faults-')), data);
  try {
    const database = await openSql(place.url);
    await database.migrate().finally(() => database.close());
    return await work(place);
  } finally {
    await place.remove();
  }
}

async function makePlace(kind: DatabaseKind, folder: string, data = folder): Promise<DatabasePlace> {
  const mariadb = kind === 'MariaDB' ? await OwnMariadb.create(path.join(data, 'mariadb')) : null;
  return {
    folder,
    mariadb,
    url: mariadb?.url ?? `sqlite:${path.join(data, 'expansion.db')}`,
    remove: async () => {
      await mariadb?.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
