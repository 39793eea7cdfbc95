/** Makes the database of one run: a file of its own, or a MariaDB server of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSql } from '../src/adapters/persistence/open-sql';
import type { DatabaseKind, SkippedFault } from './fault';
import { hasMariadb, OwnMariadb } from './own-mariadb';

/** Migrated and empty. */
export interface DatabasePlace {
  readonly folder: string;
  readonly url: string;
  /** null on SQLite. */
  readonly mariadb: OwnMariadb | null;
  remove(): Promise<void>;
}

/** Runs the work on a new database and removes it whatever happens. `parent` is where its folder is made. */
export async function withDatabase<T>(
  kind: DatabaseKind,
  work: (place: DatabasePlace) => Promise<T>,
  parent = tmpdir(),
): Promise<T | SkippedFault> {
  if (kind === 'MariaDB' && !hasMariadb()) return { skipped: 'MariaDB is not installed on this machine' };
  const place = await makePlace(kind, await mkdtemp(path.join(parent, 'faults-')));
  try {
    const database = await openSql(place.url);
    await database.migrate().finally(() => database.close());
    return await work(place);
  } finally {
    await place.remove();
  }
}

async function makePlace(kind: DatabaseKind, folder: string): Promise<DatabasePlace> {
  const mariadb = kind === 'MariaDB' ? await OwnMariadb.create(path.join(folder, 'mariadb')) : null;
  return {
    folder,
    mariadb,
    url: mariadb?.url ?? `sqlite:${path.join(folder, 'expansion.db')}`,
    remove: async () => {
      await mariadb?.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
