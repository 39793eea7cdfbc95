/** Writes the accounts that a soak decides on: those of the benchmark, so that there is something to offer. */
import { benchAccounts } from '../bench/service/bench-accounts';
import { openDatabase } from '../src/adapters/persistence/open-database';

const PER_WRITE = 500;

/** The first `count` of them. */
export async function writeSoakAccounts(url: string, count: number): Promise<void> {
  const { accountStore, database } = await openDatabase(url);
  const accounts = [...benchAccounts(count, Date.now())].map(({ account, usage, activity }) => ({
    accountId: account.id,
    expectedVersion: 0,
    account,
    usage,
    activity,
    ledgers: new Map(),
    crossings: [],
    usageEvents: [],
    accountEvents: [],
  }));
  try {
    for (let from = 0; from < accounts.length; from += PER_WRITE)
      await accountStore.writeMany(accounts.slice(from, from + PER_WRITE));
  } finally {
    await database.close();
  }
}
