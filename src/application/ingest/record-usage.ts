/** Takes usage events in, deduplicated for ever by their id. */
import type { UsageEventInput } from '../../domain/accounts/account-input';
import { didYouMeanOneOf } from '../../domain/documents/name-hint';
import { PlanIndex } from '../../domain/facts/plan-index';
import { readUsageEvent } from '../../domain/usage/read-usage-event';
import type { UsageEvent } from '../../domain/usage/usage-event';
import type { AccountIngestState, AccountStore, Clock, CatalogueProvider } from '../ports';
import { unchanged, withUsage } from './account-change';
import { countAccountUsage, type CountingDocuments } from './count-account-usage';
import { ingestBatch } from './ingest-batch';
import { accountNotFound, duplicate, rejected, type IngestOutcome, type IngestResult } from './ingest-result';
import type { AccountDecision, IngestPlan } from './ingest-rounds';

const metricNotFound = (event: UsageEvent, documents: CountingDocuments): IngestResult =>
  rejected(event.id, {
    code: 'METRIC_NOT_FOUND',
    message: `There is no metric \`${event.metric}\`.`,
    pointer: '/metric',
    hint: didYouMeanOneOf(event.metric, documents.metrics.keys()),
  });

/**
 * One result per event, in their order; one bad event never loses the others. At most 1,000 events a call. A repeated id
 * is a DUPLICATE whatever else it says: what came first stays.
 */
export class RecordUsage {
  constructor(
    private readonly store: AccountStore,
    private readonly releases: CatalogueProvider,
    private readonly clock: Clock,
  ) {}

  async execute(input: readonly UsageEventInput[]): Promise<IngestOutcome> {
    const now = this.clock.now();
    const { documents } = this.releases.current();
    const counting = { metrics: documents.metric, plans: new PlanIndex(documents) };
    return ingestBatch(this.store, this.planFor(counting, now), input, (item) => readUsageEvent(item, now));
  }

  private planFor(documents: CountingDocuments, now: number): IngestPlan<UsageEvent> {
    return {
      accountIdOf: (event) => event.accountId,
      idOf: (event) => event.id,
      settle: (event, state, known) => {
        if (known.has(event.id)) return duplicate(event.id);
        if (state.snapshot === null) return accountNotFound(event);
        return documents.metrics.has(event.metric) ? undefined : metricNotFound(event, documents);
      },
      known: (ids) => this.store.knownUsageEvents(ids),
      decide: (state, events) => this.decide(documents, now, state, events),
    };
  }

  private async decide(
    documents: CountingDocuments,
    now: number,
    { snapshot, ledgers }: AccountIngestState,
    events: readonly UsageEvent[],
  ): Promise<AccountDecision> {
    if (snapshot === null) return { change: null };
    const counted = await countAccountUsage(this.store, documents, snapshot.account, ledgers, events);
    const change = withUsage(unchanged(snapshot), counted, new Date(now).toISOString());
    return { change: { ...change, usageEvents: events } };
  }
}
