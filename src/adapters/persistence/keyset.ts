/** Spells "after this row" for pages ordered by several columns. */
import type { SqlValue } from './sql-database';

/** A condition and the values for its question marks, in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/**
 * Rows that come after the row with these values in ascending order of the columns. Written out, since MariaDB uses no
 * index for a comparison of row values; the bound of the first column repeats what the rest says, for the index.
 */
export function afterRow(columns: readonly string[], values: readonly SqlValue[]): Condition {
  const [first = '', ...others] = columns;
  const [value = null, ...rest] = values;
  if (others.length === 0) return { sql: `${first} > ?`, values: [value] };
  const next = afterRow(others, rest);
  return {
    sql: `${first} >= ? AND (${first} > ? OR ${next.sql})`,
    values: [value, value, ...next.values],
  };
}
