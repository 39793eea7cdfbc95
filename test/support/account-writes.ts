/** Makes writes of accounts for tests: a small valid one, changed where the test cares. */
import type { AccountWrite, RecordedCrossing } from '../../src/application/ports';
import type { Account } from '../../src/domain/accounts/account';
import type { MetricLedger } from '../../src/domain/usage/metric-ledger';
import type { UsageEvent } from '../../src/domain/usage/usage-event';

/** Creates the account unless told otherwise; `account` members override the defaults. */
export function accountWrite(
  accountId: string,
  change: Partial<Omit<AccountWrite, 'account'>> & { readonly account?: Partial<Account> } = {},
): AccountWrite {
  return {
    accountId,
    expectedVersion: 0,
    usage: {},
    activity: {},
    ledgers: new Map(),
    crossings: [],
    usageEvents: [],
    accountEvents: [],
    ...change,
    account: { id: accountId, name: 'Acme', status: 'PAYING', plan: 'starter', ...change.account },
  };
}

/** A report of five seats on the first of June. */
export function seatsEvent(id: string, accountId: string, change: Partial<UsageEvent> = {}): UsageEvent {
  return { id, accountId, metric: 'seats', value: 5, kind: 'SET', at: '2026-06-01T00:00:00.000Z', ...change };
}

/** Ninety per cent of the seats, in a metric that never resets. */
export function seatsCrossing(change: Partial<RecordedCrossing> = {}): RecordedCrossing {
  return {
    metric: 'seats',
    threshold: { ratio: 0.9 },
    periodStart: null,
    crossedAt: '2026-06-01T00:00:00.000Z',
    recordedAt: '2026-06-01T00:00:01.000Z',
    ...change,
  };
}

/** A ledger of one day that ended at this level; the store looks at none of it. */
export function seatsLedger(level: number): MetricLedger {
  const at = '2026-06-01T00:00:00.123Z';
  return {
    days: [{ day: '2026-06-01', added: 1.25, stated: true, level, peak: level, sustainedSince: null }],
    last: { at, id: 'event' },
    crossings: [{ threshold: { ratio: 0.9 }, crossedAt: at, periodStart: null }],
    armed: { plan: 'starter', limit: 10, since: null },
  };
}
