/** Locks the history of one account until the end of a transaction, and replaces it. */
import { EMPTY_HISTORY, type History } from '../../domain/responses/history';
import { storableKey } from './key-text';
import { insertRows } from './multi-row';
import type { SqlSession } from './sql-database';
import type { AccountHistoryRow } from './tables/account-history-table';
import { StaleLook } from './transient-error';

const SELECT = 'SELECT version, history FROM account_history WHERE account_id = ?';
const UPDATE = 'UPDATE account_history SET version = ?, history = ? WHERE account_id = ? AND version = ?';
const COLUMNS = ['account_id', 'version', 'history'];

/** What was read under the lock. */
export interface LockedHistory {
  readonly accountId: string;
  readonly version: number;
  readonly history: History;
}

/**
 * An account without a history gets an empty one first: a row that is not there can't be locked. Throws the foreign
 * key's error when there is no such account.
 */
export async function lockedHistory(session: SqlSession, accountId: string): Promise<LockedHistory> {
  const found = (await select(session, accountId)) ?? (await createAndSelect(session, accountId));
  return { accountId, version: found.version, history: JSON.parse(found.history) as History };
}

/** Of the history that was locked; the version is compared although it is, for clusters that certify only at the commit. */
export async function replaceHistory(
  session: SqlSession,
  { accountId, version }: LockedHistory,
  history: History,
): Promise<void> {
  const changed = await session.run(UPDATE, [version + 1, JSON.stringify(history), accountId, version]);
  if (changed !== 1)
    throw new StaleLook(`The history of account \`${accountId}\` moved within a transaction.`);
}

/** SQLite's transactions hold the only writer from their first statement on. */
async function select(session: SqlSession, accountId: string): Promise<AccountHistoryRow | undefined> {
  const lock = session.dialect === 'mysql' ? ' FOR UPDATE' : '';
  const [row] = await session.all<AccountHistoryRow>(SELECT + lock, [accountId]);
  return row;
}

async function createAndSelect(session: SqlSession, accountId: string): Promise<AccountHistoryRow> {
  const row = [storableKey(accountId), 0, JSON.stringify(EMPTY_HISTORY)];
  // Of two that create at once the second waits here and then finds the first one's row.
  const leave = session.dialect === 'mysql' ? ' ON DUPLICATE KEY UPDATE version = version' : '';
  await insertRows(session, 'account_history', COLUMNS, [row], leave);
  const created = await select(session, accountId);
  if (created === undefined) throw new StaleLook(`The history of account \`${accountId}\` went away.`);
  return created;
}
