/** Holds an account's usage against the limits of the plan and add-ons it now has. */
import type { Account, Timestamp } from '../../domain/accounts/account';
import { limitInForce } from '../../domain/usage/limit-in-force';
import type { MetricLedger } from '../../domain/usage/metric-ledger';
import { rearmUsage } from '../../domain/usage/rearm-usage';
import type { CountedMetric, CountingDocuments } from './count-account-usage';

/** The metrics whose limit changed, under the new one. Metrics without a document any more are left alone. */
export function rearmAccountUsage(
  documents: CountingDocuments,
  account: Account,
  ledgers: ReadonlyMap<string, MetricLedger>,
  changedAt: Timestamp,
): readonly CountedMetric[] {
  return [...ledgers].flatMap(([key, ledger]) => {
    const metric = documents.metrics.get(key);
    if (metric === undefined) return [];
    const rules = { metric, inForce: limitInForce(account, key, documents.plans) };
    const applied = rearmUsage(rules, ledger, changedAt);
    return applied === null ? [] : [{ metric: key, applied }];
  });
}
