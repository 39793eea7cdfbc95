/** Opens the database so that what is written through it is heard of: by streams, and by what is remembered. */
import { openDatabase, type OpenDatabase } from '../adapters/persistence/open-database';
import type { Environment } from '../adapters/runtime/environment';
import { RememberedReads } from '../adapters/runtime/remembered-reads';
import { systemClock } from '../adapters/runtime/system-clock';
import { AccountChanges } from '../application/watch/account-changes';
import { tellingAccounts, tellingResponses } from '../application/watch/telling-stores';

/** A database with what lives beside it in this process. */
export interface LiveDatabase {
  readonly database: OpenDatabase;
  /** What decisions read. */
  readonly reads: RememberedReads;
  readonly changes: AccountChanges;
}

/** Connects; throws a fault that says how to mend it. */
export async function openLiveDatabase(environment: Environment): Promise<LiveDatabase> {
  const stores = await openDatabase(environment.DATABASE_URL, {
    poolSize: environment.DATABASE_POOL_SIZE,
    queueLimit: environment.DATABASE_QUEUE_LIMIT,
  });
  const history = (accountId: string) => stores.responses.history(accountId);
  const snapshot = (accountId: string) => stores.accounts.snapshot(accountId);
  const reads = new RememberedReads({ snapshot, history }, systemClock, {
    accounts: environment.REMEMBERED_ACCOUNTS,
  });
  const changes = new AccountChanges({
    feeds: environment.MAX_STREAMS,
    feedsPerAccount: environment.MAX_STREAMS_PER_ACCOUNT,
  });
  const accountStore = tellingAccounts(stores.accountStore, (ids) => changes.changed(ids));
  const responses = tellingResponses(stores.responses, (ids) => {
    for (const id of ids) reads.forget(id);
    changes.changed(ids);
  });
  return { database: { ...stores, accountStore, responses: { ...responses, history } }, reads, changes };
}
