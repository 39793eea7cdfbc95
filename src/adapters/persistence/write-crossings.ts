/** Appends crossings inside a transaction; one that was recorded before is left alone. */
import type { AccountWrite, RecordedCrossing } from '../../application/ports';
import type { Threshold } from '../../domain/documents/kinds/plan-document';
import { type StoredKey, keyText, storableKey } from './key-text';
import { insertRows, rowsByKeys } from './multi-row';
import type { SqlSession, SqlValue } from './sql-database';
import { toSqlTime } from './sql-time';

const COLUMNS = ['account_id', 'metric', 'threshold', 'period', 'crossed_at', 'recorded_at'];
const KEY_PARTS = 4;

interface CrossingKeyRow {
  readonly account_id: StoredKey;
  readonly metric: StoredKey;
  readonly threshold: StoredKey;
  readonly period: StoredKey;
}

/** Relies on the accounts being locked by this transaction: nobody else appends crossings of theirs. */
export async function writeCrossings(session: SqlSession, changes: readonly AccountWrite[]): Promise<void> {
  const rows = new Map<string, readonly SqlValue[]>();
  for (const { accountId, crossings } of changes)
    for (const crossing of crossings) {
      const values = crossingValues(accountId, crossing);
      const key = JSON.stringify(values.slice(0, KEY_PARTS));
      if (!rows.has(key)) rows.set(key, values);
    }
  if (rows.size === 0) return;
  for (const key of await recordedKeys(session, changes)) rows.delete(key);
  await insertRows(session, 'crossing', COLUMNS, [...rows.values()]);
}

async function recordedKeys(session: SqlSession, changes: readonly AccountWrite[]): Promise<string[]> {
  const accountIds = changes
    .filter((change) => change.crossings.length > 0)
    .map((change) => change.accountId);
  const rows = await rowsByKeys<CrossingKeyRow>(
    session,
    'SELECT account_id, metric, threshold, period FROM crossing WHERE account_id',
    accountIds,
  );
  return rows.map((row) =>
    JSON.stringify([row.account_id, row.metric, row.threshold, row.period].map(keyText)),
  );
}

function crossingValues(accountId: string, crossing: RecordedCrossing): readonly SqlValue[] {
  return [
    accountId,
    storableKey(crossing.metric),
    thresholdKey(crossing.threshold),
    crossing.periodStart ?? '',
    toSqlTime(crossing.crossedAt),
    toSqlTime(crossing.recordedAt),
  ];
}

function thresholdKey(threshold: Threshold): string {
  return 'ratio' in threshold ? `ratio:${threshold.ratio}` : `absolute:${threshold.absolute}`;
}
