/** The write side of accounts: what ingestion reads before it decides, and writes after. */
import type { AccountIngestState, AccountStore, AccountWrite } from '../../application/ports';
import type { Timestamp } from '../../domain/accounts/account';
import type { MetricLedger } from '../../domain/usage/metric-ledger';
import type { UsageEvent } from '../../domain/usage/usage-event';
import { SNAPSHOT_COLUMNS, snapshotOf } from './account-rows';
import { admissibleWrites } from './admissible-writes';
import { knownIds } from './known-ids';
import { keyText } from './key-text';
import { rowsByKeys } from './multi-row';
import type { SqlDatabase } from './sql-database';
import { fromSqlTime, toSqlTime } from './sql-time';
import type { AccountRow } from './tables/account-table';
import type { MetricLedgerRow } from './tables/metric-ledger-table';
import type { UsageEventRow } from './tables/usage-event-table';
import { writeAccounts } from './write-accounts';

const SELECT_ACCOUNTS = `SELECT ${SNAPSHOT_COLUMNS} FROM account WHERE id`;
const SELECT_LEDGERS = 'SELECT account_id, metric, ledger FROM metric_ledger WHERE account_id';
const SELECT_EVENTS = 'SELECT id, value, kind, at FROM usage_event WHERE account_id = ? AND metric = ?';

/** See the port for what each method promises. */
export class SqlAccountStore implements AccountStore {
  constructor(private readonly database: SqlDatabase) {}

  /** A write between the two reads makes the version stale, so that deciding on a mixture can't be written. */
  async load(accountIds: readonly string[]): Promise<ReadonlyMap<string, AccountIngestState>> {
    const ids = [...new Set(accountIds)];
    const accounts = await rowsByKeys<AccountRow>(this.database, SELECT_ACCOUNTS, ids);
    const snapshots = new Map(accounts.map(snapshotOf).map((found) => [found.account.id, found]));
    const ledgers = ledgersByAccount(await rowsByKeys<MetricLedgerRow>(this.database, SELECT_LEDGERS, ids));
    return new Map(
      ids.map((id) => [id, { snapshot: snapshots.get(id) ?? null, ledgers: ledgers.get(id) ?? new Map() }]),
    );
  }

  knownUsageEvents(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return knownIds(this.database, 'usage_event', ids);
  }

  knownAccountEvents(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return knownIds(this.database, 'account_event', ids);
  }

  async usageEvents(
    accountId: string,
    metric: string,
    from: Timestamp | null,
    to: Timestamp | null,
  ): Promise<readonly UsageEvent[]> {
    const bounds = `${from === null ? '' : ' AND at >= ?'}${to === null ? '' : ' AND at < ?'}`;
    const times = [from, to].filter((time) => time !== null).map(toSqlTime);
    const rows = await this.database.all<UsageEventRow>(`${SELECT_EVENTS}${bounds} ORDER BY at, id`, [
      accountId,
      metric,
      ...times,
    ]);
    return rows.map((row) => usageEventOf(accountId, metric, row));
  }

  async write(change: AccountWrite): Promise<'written' | 'conflict'> {
    const [outcome] = await this.writeMany([change]);
    return outcome ?? 'conflict';
  }

  writeMany(changes: readonly AccountWrite[]): Promise<readonly ('written' | 'conflict')[]> {
    return this.database.transaction(async (session) => {
      const admissible = await admissibleWrites(session, changes);
      await writeAccounts(session, [...admissible]);
      return changes.map((change) => (admissible.has(change) ? 'written' : 'conflict'));
    });
  }
}

function ledgersByAccount(rows: readonly MetricLedgerRow[]): Map<string, Map<string, MetricLedger>> {
  const found = new Map<string, Map<string, MetricLedger>>();
  for (const row of rows) {
    const accountId = keyText(row.account_id);
    const ledgers = found.get(accountId) ?? new Map<string, MetricLedger>();
    ledgers.set(keyText(row.metric), JSON.parse(row.ledger) as MetricLedger);
    found.set(accountId, ledgers);
  }
  return found;
}

function usageEventOf(accountId: string, metric: string, row: UsageEventRow): UsageEvent {
  return {
    id: keyText(row.id),
    accountId,
    metric,
    value: row.value,
    kind: keyText(row.kind) as UsageEvent['kind'],
    at: fromSqlTime(row.at),
  };
}
