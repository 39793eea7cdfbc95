/** Decides what one account's new usage events change. */
import type { Account } from '../../domain/accounts/account';
import type { MetricDocument } from '../../domain/documents/kinds/metric-document';
import type { PlanIndex } from '../../domain/facts/plan-index';
import { applyUsageEvents, replayUsage, type AppliedUsage } from '../../domain/usage/apply-usage-events';
import type { CountingRules } from '../../domain/usage/count-event';
import { limitInForce } from '../../domain/usage/limit-in-force';
import type { MetricLedger } from '../../domain/usage/metric-ledger';
import type { UsageEvent } from '../../domain/usage/usage-event';
import type { AccountStore } from '../ports';
import { groupBy } from '../../domain/collections/group-by';

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
  rules: CountingRules,
  ledger: MetricLedger | null,
  events: readonly [UsageEvent, ...UsageEvent[]],
): Promise<AppliedUsage> {
  const outcome = applyUsageEvents(rules, ledger, events);
  if (!('replay' in outcome)) return outcome;
  const { accountId, metric } = events[0];
  const stored = await store.usageEvents(accountId, metric, outcome.replay.from, null);
  return replayUsage(rules, ledger, [...stored, ...events], outcome.replay.from);
}

/** Counts the events metric by metric; late ones have the stored events read again. Events of unknown metrics do not count. */
export async function countAccountUsage(
  store: AccountStore,
  documents: CountingDocuments,
  account: Account,
  ledgers: ReadonlyMap<string, MetricLedger>,
  events: readonly UsageEvent[],
): Promise<readonly CountedMetric[]> {
  const counted: CountedMetric[] = [];
  for (const [key, own] of groupBy(events, (event) => event.metric)) {
    const metric = documents.metrics.get(key);
    if (metric === undefined) continue;
    const rules = { metric, inForce: limitInForce(account, key, documents.plans) };
    counted.push({ metric: key, applied: await countMetric(store, rules, ledgers.get(key) ?? null, own) });
  }
  return counted;
}
