/** Takes accounts in, each replaced whole; usage and activity stay. */
import type { Account } from '../../domain/accounts/account';
import type { AccountInput } from '../../domain/accounts/account-input';
import { readAccountInput } from '../../domain/accounts/read-account-input';
import { PlanIndex } from '../../domain/facts/plan-index';
import type { AccountIngestState, AccountStore, AccountWrite, CatalogueProvider, Clock } from '../ports';
import { created, unchanged, withUsage } from './account-change';
import type { CountingDocuments } from './count-account-usage';
import { ingestBatch } from './ingest-batch';
import { duplicate, type IngestOutcome } from './ingest-result';
import type { IngestPlan } from './ingest-rounds';
import { rearmAccountUsage } from './rearm-account-usage';

/**
 * One result per account, in their order; one bad account never loses the others. At most 1,000 accounts a call. What an
 * account states replaces all that was stated before; usage and activity stay. The second of one id in a call is a DUPLICATE;
 * an account that is as it was is APPLIED without a new version.
 */
export class UpsertAccounts {
  constructor(
    private readonly store: AccountStore,
    private readonly releases: CatalogueProvider,
    private readonly clock: Clock,
  ) {}

  async execute(input: readonly AccountInput[]): Promise<IngestOutcome> {
    const now = this.clock.now();
    const { documents } = this.releases.current();
    const counting = { metrics: documents.metric, plans: new PlanIndex(documents) };
    return ingestBatch(this.store, this.planFor(counting, now), input, (item) =>
      readAccountInput(item, documents, now),
    );
  }

  private planFor(documents: CountingDocuments, now: number): IngestPlan<Account> {
    return {
      accountIdOf: (account) => account.id,
      idOf: (account) => account.id,
      settle: (account, _state, taken) => (taken.has(account.id) ? duplicate(account.id) : undefined),
      known: () => Promise.resolve(new Set()),
      decide: (state, [account]) =>
        Promise.resolve({
          change: account === undefined ? null : changeTo(documents, account, state, now),
        }),
    };
  }
}

/** Members are read in one order, so equal texts are equal accounts; unequal ones at worst cost a write. */
const isSame = (one: Account, other: Account): boolean => JSON.stringify(one) === JSON.stringify(other);

function changeTo(
  documents: CountingDocuments,
  account: Account,
  { snapshot, ledgers }: AccountIngestState,
  now: number,
): AccountWrite | null {
  if (snapshot === null) return created(account);
  if (isSame(snapshot.account, account)) return null;
  const at = new Date(now).toISOString();
  const rearmed = rearmAccountUsage(documents, account, ledgers, at);
  return withUsage({ ...unchanged(snapshot), account }, rearmed, at);
}
