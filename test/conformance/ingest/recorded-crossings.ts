/** Reads the crossings that were recorded, straight from the table. */
import BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';

interface CrossingRow {
  readonly threshold: string | Buffer;
  readonly period: string | Buffer;
}

const SELECT = 'SELECT threshold, period FROM crossing WHERE account_id = ? AND metric = ? ORDER BY 1, 2';

function fromSqlite(url: string, keys: readonly string[]): readonly CrossingRow[] {
  const file = new BetterSqlite3(url.slice('sqlite:'.length), { readonly: true });
  const rows = file.prepare(SELECT).all(...keys) as readonly CrossingRow[];
  file.close();
  return rows;
}

async function fromServer(url: string, keys: readonly string[]): Promise<readonly CrossingRow[]> {
  const connection = await createConnection(url);
  const [rows] = await connection.query(SELECT, [...keys]);
  await connection.end();
  return rows as unknown as readonly CrossingRow[];
}

/** `ratio:0.9 2026-06-01T00:00:00.000Z` for each crossing of one metric, in that order. */
export async function recordedCrossings(
  url: string,
  accountId: string,
  metric = 'seats',
): Promise<readonly string[]> {
  const keys = [accountId, metric];
  const rows = url.startsWith('sqlite:') ? fromSqlite(url, keys) : await fromServer(url, keys);
  return rows.map(({ threshold, period }) => `${String(threshold)} ${String(period)}`.trim());
}
