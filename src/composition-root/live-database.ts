/** Opens the database so that what is written through it is heard of: by streams, and by what is remembered. */
import { openDatabase, type OpenDatabase } from '../adapters/persistence/open-database';
import type { Environment } from '../adapters/runtime/environment';
import { RememberedHandoffs } from '../adapters/runtime/remembered-handoffs';
import { RememberedReads } from '../adapters/runtime/remembered-reads';
import { systemClock } from '../adapters/runtime/system-clock';
import type { Clock } from '../application/ports';
import { AccountChanges } from '../application/watch/account-changes';
import { tellingAccounts, tellingHandoffs, tellingResponses } from '../application/watch/telling-stores';
import { auditTools } from './audit-tools';

/** A database with what lives beside it in this process. */
export interface LiveDatabase {
  readonly database: OpenDatabase;
  /** What decisions read. */
  readonly reads: RememberedReads;
  /** What people have taken on this month; to be refreshed now and then. */
  readonly handoffs: RememberedHandoffs;
  readonly changes: AccountChanges;
}

/** Connects; throws a fault that says how to mend it. The month is the clock's; the audit log is sealed with the secret. */
export async function openLiveDatabase(
  environment: Environment,
  clock: Clock,
  signingSecret: string,
): Promise<LiveDatabase> {
  const stores = await openDatabase(environment.DATABASE_URL, {
    poolSize: environment.DATABASE_POOL_SIZE,
    queueLimit: environment.DATABASE_QUEUE_LIMIT,
    audit: auditTools(signingSecret),
  });
  const remembered = { accounts: environment.REMEMBERED_ACCOUNTS };
  const reads = new RememberedReads(stores.subjects, systemClock, remembered);
  const handoffs = new RememberedHandoffs(stores.handoffs, clock);
  const changes = new AccountChanges({
    feeds: environment.MAX_STREAMS,
    feedsPerAccount: environment.MAX_STREAMS_PER_ACCOUNT,
  });
  const accountStore = tellingAccounts(stores.accountStore, (ids) => changes.changed(ids));
  const refreshed = tellingHandoffs(stores.responses, () => handoffs.refresh().catch(() => undefined));
  const responses = tellingResponses(refreshed, (ids) => {
    for (const id of ids) reads.forget(id);
    changes.changed(ids);
  });
  return {
    database: { ...stores, accountStore, responses },
    reads,
    handoffs,
    changes,
  };
}
