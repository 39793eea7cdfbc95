/** Puts together what an ingested batch writes for one account. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { Account, Timestamp } from '../../domain/accounts/account';
import type { LedgerCrossing } from '../../domain/usage/metric-ledger';
import type { AccountWrite, RecordedCrossing } from '../ports';
import type { CountedMetric } from './count-account-usage';

/** A write that leaves the account as it was read; spread it and say what changes. */
export function unchanged(snapshot: AccountSnapshot): AccountWrite {
  const { account, usage, activity, version } = snapshot;
  return {
    accountId: account.id,
    expectedVersion: version,
    account,
    usage,
    activity,
    ledgers: new Map(),
    crossings: [],
    usageEvents: [],
    accountEvents: [],
  };
}

/** The write that makes a new account. */
export const created = (account: Account): AccountWrite =>
  unchanged({ account, usage: {}, activity: {}, version: 0 });

const recorded = (metric: string, crossing: LedgerCrossing, recordedAt: Timestamp): RecordedCrossing => ({
  metric,
  threshold: crossing.threshold,
  periodStart: crossing.periodStart,
  crossedAt: crossing.crossedAt,
  recordedAt,
});

/** The write with the metrics' new state and their crossings. */
export function withUsage(
  write: AccountWrite,
  counted: readonly CountedMetric[],
  recordedAt: Timestamp,
): AccountWrite {
  const usage = counted.map(({ metric, applied }) => [metric, applied.usage] as const);
  return {
    ...write,
    usage: { ...write.usage, ...Object.fromEntries(usage) },
    ledgers: new Map(counted.map(({ metric, applied }) => [metric, applied.ledger])),
    crossings: counted.flatMap(({ metric, applied }) =>
      applied.crossings.map((crossing) => recorded(metric, crossing, recordedAt)),
    ),
  };
}
