/** Fills the databases of one run with the same accounts, and tells how far it is. */
import { openDatabase } from '../../src/adapters/persistence/open-database';
import type { AccountWrite } from '../../src/application/ports';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import { insertAccounts } from '../naive-service/load-data';
import { openDataSource } from '../naive-service/open-data-source';
import { benchAccounts } from './bench-accounts';
import type { BenchDatabases } from './bench-databases';
import { copyAccounts } from './copy-accounts';

const ACCOUNTS_PER_WRITE = 1_000;

/** One database that takes accounts in. */
interface Sink {
  take(block: readonly AccountSnapshot[]): Promise<unknown>;
  close(): Promise<void>;
}

/** Makes the tables and writes the accounts from position 0 up. `now` in milliseconds since the epoch; `told` hears how many are written. */
export async function fillDatabases(
  { naive, ours }: Pick<BenchDatabases, 'naive' | 'ours'>,
  accounts: number,
  now: number,
  told: (written: number) => void,
): Promise<void> {
  const [first = '', ...others] = ours;
  const sinks = [await naiveSink(naive), await ourSink(first)];
  let written = 0;
  for (const block of blocks(benchAccounts(accounts, now))) {
    await Promise.all(sinks.map((sink) => sink.take(block)));
    written += block.length;
    told(written);
  }
  for (const sink of sinks) await sink.close();
  for (const url of others) await copyAccounts(first, url, accounts);
}

function* blocks(accounts: Iterable<AccountSnapshot>): Generator<readonly AccountSnapshot[]> {
  let block: AccountSnapshot[] = [];
  for (const account of accounts) {
    block.push(account);
    if (block.length < ACCOUNTS_PER_WRITE) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

async function naiveSink(url: string): Promise<Sink> {
  const source = await openDataSource(url, true);
  return { take: (block) => insertAccounts(source, block), close: () => source.destroy() };
}

async function ourSink(url: string): Promise<Sink> {
  const { database, accountStore } = await openDatabase(url);
  await database.migrate();
  return {
    take: (block) => accountStore.writeMany(block.map(writeOf)),
    close: () => database.close(),
  };
}

function writeOf({ account, usage, activity }: AccountSnapshot): AccountWrite {
  const nothing = { ledgers: new Map(), crossings: [], usageEvents: [], accountEvents: [] };
  return { accountId: account.id, expectedVersion: 0, account, usage, activity, ...nothing };
}
