/** Makes the databases of one run, each service's own, filled with the same accounts. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { openDatabase } from '../../src/adapters/persistence/open-database';
import type { AccountWrite } from '../../src/application/ports';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import { loadAccounts, loadDocuments } from '../naive-service/load-data';
import { openDataSource } from '../naive-service/open-data-source';
import { benchAccounts } from './bench-accounts';

const ACCOUNTS_PER_WRITE = 1_000;

/** What a run can measure on. */
export type DatabaseKind = 'sqlite' | 'mariadb';

/** Where each service keeps its data. */
export interface BenchDatabases {
  readonly kind: DatabaseKind;
  readonly ours: string;
  readonly naive: string;
  drop(): Promise<void>;
}

/** Empty databases: files in the folder, or databases on the server (`mysql://user:password@host:port`). */
export async function makeDatabases(
  kind: DatabaseKind,
  folder: string,
  server: string,
): Promise<BenchDatabases> {
  return kind === 'sqlite' ? sqliteFiles(path.join(folder, 'sqlite')) : serverDatabases(server);
}

function sqliteFiles(folder: string): BenchDatabases {
  const clear = () => rmSync(folder, { recursive: true, force: true });
  clear();
  mkdirSync(folder, { recursive: true });
  return {
    kind: 'sqlite',
    ours: `sqlite:${path.join(folder, 'ours.db')}`,
    naive: `sqlite:${path.join(folder, 'naive.db')}`,
    drop: () => Promise.resolve(clear()),
  };
}

async function serverDatabases(server: string): Promise<BenchDatabases> {
  const names = { ours: `bench_ours_${process.pid}`, naive: `bench_naive_${process.pid}` };
  const run = async (statement: (name: string) => string) => {
    const connection = await createConnection(server);
    for (const name of Object.values(names)) await connection.query(statement(name));
    await connection.end();
  };
  await run((name) => `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const base = server.replace(/\/$/, '');
  return {
    kind: 'mariadb',
    ours: `${base}/${names.ours}`,
    naive: `${base}/${names.naive}`,
    drop: () => run((name) => `DROP DATABASE IF EXISTS ${name}`),
  };
}

/** Fills both. `now` in milliseconds since the epoch; documents reach our service by itself when it starts. */
export async function fillDatabases(
  databases: BenchDatabases,
  accounts: number,
  documents: string,
  now: number,
): Promise<void> {
  const naive = await openDataSource(databases.naive, true);
  await loadDocuments(naive, documents);
  await loadAccounts(naive, benchAccounts(accounts, now));
  await naive.destroy();
  await fillOurs(databases.ours, benchAccounts(accounts, now));
}

async function fillOurs(url: string, accounts: Iterable<AccountSnapshot>): Promise<void> {
  const { database, accountStore } = await openDatabase(url);
  await database.migrate();
  let block: AccountWrite[] = [];
  for (const snapshot of accounts) {
    block.push(writeOf(snapshot));
    if (block.length < ACCOUNTS_PER_WRITE) continue;
    await accountStore.writeMany(block);
    block = [];
  }
  if (block.length > 0) await accountStore.writeMany(block);
  await database.close();
}

function writeOf({ account, usage, activity }: AccountSnapshot): AccountWrite {
  const nothing = { ledgers: new Map(), crossings: [], usageEvents: [], accountEvents: [] };
  return { accountId: account.id, expectedVersion: 0, account, usage, activity, ...nothing };
}
