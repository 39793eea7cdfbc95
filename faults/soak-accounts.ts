/** Writes the accounts that a soak decides on: those of the benchmark, so that there is something to offer. */
import { benchAccounts } from '../bench/service/bench-accounts';
import { openDatabase } from '../src/adapters/persistence/open-database';
import { unchanged } from '../src/application/ingest/account-change';

const PER_WRITE = 500;

/** The first `count` of them. */
export async function writeSoakAccounts(url: string, count: number): Promise<void> {
  const { accountStore, database } = await openDatabase(url);
  const snapshots = [...benchAccounts(count, Date.now())];
  const accounts = snapshots.map((snapshot) => unchanged({ ...snapshot, version: 0 }));
  try {
    for (let from = 0; from < accounts.length; from += PER_WRITE)
      await accountStore.writeMany(accounts.slice(from, from + PER_WRITE));
  } finally {
    await database.close();
  }
}
