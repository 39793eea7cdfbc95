/** Makes the database of one run: a file of its own, or a MariaDB server of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSql } from '../src/adapters/persistence/open-sql';
import type { DatabaseKind, SkippedFault } from './fault';
import { hasMariadb, OwnMariadb } from './own-mariadb';

/** Without accounts. */
export interface DatabasePlace {
  /** For what the run keeps beside the database. */
  readonly folder: string;
  readonly url: string;
  /** null on SQLite. */
  readonly mariadb: OwnMariadb | null;
  remove(): Promise<void>;
}

/** How a database is made. */
export interface PlaceShape {
  /** Folder for its files; one of the machine's temporary ones when left out. */
  readonly data?: string;
  /** Whether its tables are there; default true. */
  readonly migrated?: boolean;
}

/** Runs the work on a new database and removes it whatever happens. */
export async function withDatabase<T>(
  kind: DatabaseKind,
  work: (place: DatabasePlace) => Promise<T>,
  { data, migrated = true }: PlaceShape = {},
): Promise<T | SkippedFault> {
  if (kind === 'MariaDB' && !hasMariadb()) return { skipped: 'MariaDB is not installed on this machine' };
  const place = await makePlace(kind, await mkdtemp(path.join(tmpdir(), 'faults-')), data);
  try {
    if (migrated) await migrate(place.url);
    return await work(place);
  } finally {
    await place.remove();
  }
}

async function migrate(url: string): Promise<void> {
  const database = await openSql(url);
  await database.migrate().finally(() => database.close());
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
