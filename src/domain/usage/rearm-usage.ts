/** Brings a metric's state under a limit that has changed without a usage event. */
import type { Timestamp } from '../accounts/account';
import type { AppliedUsage } from './apply-usage-events';
import type { CountingRules } from './count-event';
import type { MetricLedger } from './metric-ledger';
import { rearmLedger } from './rearm-ledger';
import { summariseLedger } from './summarise-ledger';

/** The state under the limit in force since `changedAt`; null when it is under it already. */
export function rearmUsage(
  rules: CountingRules,
  ledger: MetricLedger,
  changedAt: Timestamp,
): AppliedUsage | null {
  const rearmed = rearmLedger(rules, ledger, changedAt);
  if (rearmed.ledger === ledger) return null;
  return { ...rearmed, usage: summariseLedger(rules.metric, rearmed.ledger) };
}
