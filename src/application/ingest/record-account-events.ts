/** Takes account events in, deduplicated for ever by their id. */
import type { ReadAccountEvent } from '../../domain/accounts/account-event-schema';
import type { AccountEventInput } from '../../domain/accounts/account-input';
import { applyAccountEvent } from '../../domain/accounts/apply-account-event';
import { readAccountEvent } from '../../domain/accounts/read-account-event';
import { PlanIndex } from '../../domain/facts/plan-index';
import { byPosition } from '../../domain/usage/event-position';
import type { AccountIngestState, AccountStore, AccountWrite, CatalogueProvider, Clock } from '../ports';
import { unchanged, withUsage } from './account-change';
import type { CountingDocuments } from './count-account-usage';
import { ingestBatch } from './ingest-batch';
import { accountNotFound, duplicate, type IngestOutcome } from './ingest-result';
import type { IngestPlan } from './ingest-rounds';
import { rearmAccountUsage } from './rearm-account-usage';

/**
 * One result per event, in their order; one bad event never loses the others. At most 1,000 events a call. A repeated id is
 * a DUPLICATE whatever else it says. An event older than what is known is APPLIED: recorded, without effect.
 */
export class RecordAccountEvents {
  constructor(
    private readonly store: AccountStore,
    private readonly releases: CatalogueProvider,
    private readonly clock: Clock,
  ) {}

  async execute(input: readonly AccountEventInput[]): Promise<IngestOutcome> {
    const now = this.clock.now();
    const { documents } = this.releases.current();
    const counting = { metrics: documents.metric, plans: new PlanIndex(documents) };
    return ingestBatch(this.store, this.planFor(counting, now), input, (item) =>
      readAccountEvent(item, documents, now),
    );
  }

  private planFor(documents: CountingDocuments, now: number): IngestPlan<ReadAccountEvent> {
    return {
      accountIdOf: (event) => event.accountId,
      idOf: (event) => event.id,
      settle: (event, state, known) => {
        if (known.has(event.id)) return duplicate(event.id);
        return state.snapshot === null ? accountNotFound(event) : undefined;
      },
      known: (ids) => this.store.knownAccountEvents(ids),
      decide: (state, events) => Promise.resolve({ change: changeBy(documents, events, state, now) }),
    };
  }
}

function changeBy(
  documents: CountingDocuments,
  events: readonly ReadAccountEvent[],
  { snapshot, ledgers }: AccountIngestState,
  now: number,
): AccountWrite | null {
  if (snapshot === null) return null;
  const { account, activity } = events.toSorted(byPosition).reduce(applyAccountEvent, snapshot);
  const changedAt = account.planSince ?? new Date(now).toISOString();
  const rearmed = rearmAccountUsage(documents, account, ledgers, changedAt);
  const change = { ...unchanged(snapshot), account, activity, accountEvents: events };
  return withUsage(change, rearmed, new Date(now).toISOString());
}
