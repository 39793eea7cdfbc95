/** Decides what one account's new usage events change. */
import type { Account } from '../../domain/accounts/account';
import type { MetricDocument } from '../../domain/documents/kinds/metric-document';
import type { PlanIndex } from '../../domain/facts/plan-index';
import { applyUsageEvents, replayUsage, type AppliedUsage } from '../../domain/usage/apply-usage-events';
import { limitInForce } from '../../domain/usage/limit-in-force';
import type { MetricLedger } from '../../domain/usage/metric-ledger';
import type { UsageEvent } from '../../domain/usage/usage-event';
import type { AccountStore } from '../ports';

/** The documents of the current release that counting goes by. */
export interface CountingDocuments {
  readonly metrics: ReadonlyMap<string, MetricDocument>;
  readonly plans: PlanIndex;
}

/** One metric after its events. */
export interface CountedMetric {
  readonly metric: string;
  readonly applied: AppliedUsage;
}

async function countMetric(
  store: AccountStore,
  documents: CountingDocuments,
  account: Account,
  metric: MetricDocument,
  ledger: MetricLedger | null,
  events: readonly UsageEvent[],
): Promise<AppliedUsage> {
  const rules = { metric, inForce: limitInForce(account, metric.key, documents.plans) };
  const outcome = applyUsageEvents(rules, ledger, events);
  if (!('replay' in outcome)) return outcome;
  const { from } = outcome.replay;
  const stored = await store.usageEvents(account.id, metric.key, from, null);
  return replayUsage(rules, ledger, [...stored, ...events], from);
}

/** Counts the events metric by metric; late ones have the stored events read again. Events of unknown metrics do not count. */
export async function countAccountUsage(
  store: AccountStore,
  documents: CountingDocuments,
  account: Account,
  ledgers: ReadonlyMap<string, MetricLedger>,
  events: readonly UsageEvent[],
): Promise<readonly CountedMetric[]> {
  const keys = [...new Set(events.map((event) => event.metric))];
  const metrics = keys.flatMap((key) => documents.metrics.get(key) ?? []);
  return Promise.all(
    metrics.map(async (metric) => {
      const own = events.filter((event) => event.metric === metric.key);
      const ledger = ledgers.get(metric.key) ?? null;
      return {
        metric: metric.key,
        applied: await countMetric(store, documents, account, metric, ledger, own),
      };
    }),
  );
}
