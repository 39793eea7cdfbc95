/** Tells which ids a table of events holds already. */
import { type StoredKey, keyText } from './key-text';
import { rowsByKeys } from './multi-row';
import type { SqlReader } from './sql-database';

type TableWithIds = 'usage_event' | 'account_event';

/** The ids among these that are stored, in a bounded number of queries. */
export async function knownIds(
  reader: SqlReader,
  table: TableWithIds,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsByKeys<{ id: StoredKey }>(reader, `SELECT id FROM ${table} WHERE id`, ids);
  return new Set(rows.map((row) => keyText(row.id)));
}
