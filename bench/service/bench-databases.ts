/** Makes the databases of one run, each service's own, or finds those that an earlier run of the same day kept. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { isKept, rememberKept } from './kept-databases';

/** What a run can measure on. */
export type DatabaseKind = 'sqlite' | 'mariadb';

/** What is wanted. */
export interface DatabasesRequest {
  readonly kind: DatabaseKind;
  readonly accounts: number;
  /** Databases of our service, each with the same accounts and a release of its own. */
  readonly ours: number;
  /** Whether they stay for the next run. */
  readonly keep: boolean;
  /** Where files lie. */
  readonly folder: string;
  /** mysql://user:password@host:port of a server on which databases may be made. */
  readonly server: string;
}

/** Where each service keeps its data. */
export interface BenchDatabases {
  /** Whether they hold the accounts already. */
  readonly filled: boolean;
  readonly naive: string;
  readonly ours: readonly string[];
  /** Notes that they are filled, where they are to be kept. */
  keep(): void;
  /** Drops them, unless they are to be kept. */
  release(): Promise<void>;
}

/** Databases that are empty, or filled and kept. */
export async function makeDatabases(request: DatabasesRequest): Promise<BenchDatabases> {
  const filled = request.keep && isKept(request);
  const places = request.kind === 'sqlite' ? sqlitePlaces(request) : serverPlaces(request);
  if (!filled) {
    await places.drop();
    await places.make();
  }
  const [naive, ...ours] = places.urls;
  if (naive === undefined) throw new Error('no databases');
  return {
    filled,
    naive,
    ours,
    keep: () => (request.keep ? rememberKept(request) : undefined),
    release: () => (request.keep ? Promise.resolve() : places.drop()),
  };
}

interface Places {
  readonly urls: readonly string[];
  make(): Promise<void>;
  drop(): Promise<void>;
}

function namesOf({ ours, accounts, keep }: DatabasesRequest): string[] {
  const owner = keep ? 'kept' : String(process.pid);
  const names = ['naive', ...Array.from({ length: ours }, (_, at) => `ours_${at + 1}`)];
  return names.map((name) => `bench_${owner}_${accounts}_${name}`);
}

function sqlitePlaces(request: DatabasesRequest): Places {
  const files = namesOf(request).map((name) => path.join(request.folder, `${name}.db`));
  const clear = () => {
    for (const file of files)
      for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
  };
  return {
    urls: files.map((file) => `sqlite:${file}`),
    make: async () => void mkdirSync(request.folder, { recursive: true }),
    drop: async () => clear(),
  };
}

function serverPlaces(request: DatabasesRequest): Places {
  const names = namesOf(request);
  const run = async (statement: (name: string) => string) => {
    const connection = await createConnection(request.server);
    for (const name of names) await connection.query(statement(name));
    await connection.end();
  };
  return {
    urls: names.map((name) => `${request.server.replace(/\/$/, '')}/${name}`),
    make: () => run((name) => `CREATE DATABASE ${name} CHARACTER SET utf8mb4`),
    drop: () => run((name) => `DROP DATABASE IF EXISTS ${name}`),
  };
}
