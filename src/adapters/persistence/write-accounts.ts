/** Writes admissible changes of accounts inside a transaction. */
import type { AccountWrite } from '../../application/ports';
import { keepAccounts } from './keep-accounts';
import { storableKey, storableKeyOrNull } from './key-text';
import { insertRows } from './multi-row';
import type { SqlSession, SqlValue } from './sql-database';
import { toSqlTime } from './sql-time';
import { StaleLook } from './transient-error';
import { writeCrossings } from './write-crossings';

const ACCOUNT_COLUMNS = ['version', 'status', 'plan', 'segment', 'profile', 'usage_matrix', 'activity', 'id'];
const UPDATE_ACCOUNT =
  `UPDATE account SET ${ACCOUNT_COLUMNS.slice(0, -1).join(' = ?, ')} = ? ` + 'WHERE id = ? AND version = ?';

/** Everything of every change, accounts first, since the other rows refer to them. */
export async function writeAccounts(session: SqlSession, changes: readonly AccountWrite[]): Promise<void> {
  const created = changes.filter((change) => change.expectedVersion === 0);
  await insertRows(session, 'account', ACCOUNT_COLUMNS, created.map(accountValues));
  const changed = changes.filter((change) => change.expectedVersion > 0);
  await keepAccounts(
    session,
    changed.map(({ accountId }) => accountId),
  );
  for (const change of changed) await updateAccount(session, change);
  await writeLedgers(session, changes);
  await writeCrossings(session, changes);
  await writeUsageEvents(session, changes);
  await writeAccountEvents(session, changes);
}

async function updateAccount(session: SqlSession, change: AccountWrite): Promise<void> {
  const values = [...accountValues(change), change.expectedVersion];
  if ((await session.run(UPDATE_ACCOUNT, values)) !== 1)
    throw new StaleLook(`The version of account \`${change.accountId}\` moved within a transaction.`);
}

function accountValues(change: AccountWrite): readonly SqlValue[] {
  const { account } = change;
  return [
    change.expectedVersion + 1,
    account.status,
    storableKeyOrNull(account.plan),
    storableKeyOrNull(account.segment),
    JSON.stringify(account),
    JSON.stringify(change.usage),
    JSON.stringify(change.activity),
    storableKey(change.accountId),
  ];
}

async function writeLedgers(session: SqlSession, changes: readonly AccountWrite[]): Promise<void> {
  const rows = changes.flatMap((change) =>
    [...change.ledgers].map(([metric, ledger]) => [
      change.accountId,
      storableKey(metric),
      JSON.stringify(ledger),
    ]),
  );
  const replace =
    session.dialect === 'mysql'
      ? ' ON DUPLICATE KEY UPDATE ledger = VALUES(ledger)'
      : ' ON CONFLICT (account_id, metric) DO UPDATE SET ledger = excluded.ledger';
  await insertRows(session, 'metric_ledger', ['account_id', 'metric', 'ledger'], rows, replace);
}

async function writeUsageEvents(session: SqlSession, changes: readonly AccountWrite[]): Promise<void> {
  const rows = changes.flatMap((change) =>
    change.usageEvents.map((event) => [
      storableKey(event.id),
      change.accountId,
      storableKey(event.metric),
      event.value,
      event.kind,
      toSqlTime(event.at),
    ]),
  );
  await insertRows(session, 'usage_event', ['id', 'account_id', 'metric', 'value', 'kind', 'at'], rows);
}

async function writeAccountEvents(session: SqlSession, changes: readonly AccountWrite[]): Promise<void> {
  const rows = changes.flatMap((change) =>
    change.accountEvents.map((event) => [
      storableKey(event.id),
      change.accountId,
      event.type,
      toSqlTime(event.at),
      JSON.stringify(event.data),
    ]),
  );
  await insertRows(session, 'account_event', ['id', 'account_id', 'type', 'at', 'data'], rows);
}
