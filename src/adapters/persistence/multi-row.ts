/** Writes and looks up many rows with few statements, each bounded in size. */
import type { SqlReader, SqlSession, SqlStatement, SqlValue } from './sql-database';

/** Rows of one INSERT: so few sizes that every table's texts are few and each is prepared once. */
const INSERT_SIZES = [100, 10, 1] as const;
/** Far below MySQL's smallest usual packet of 16 MB, at up to four bytes a character. */
const CHARACTERS_PER_STATEMENT = 1_000_000;

type Row = readonly SqlValue[];

/** `?, ?, ?` for a list of that length. */
export function placeholders(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/**
 * Inserts rows whose values stand in the order of the columns, as prepared statements; `suffix` is what follows the values.
 * On MySQL that takes a twentieth of the CPU of sending the values as text.
 */
export async function insertRows(
  session: SqlSession,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
  suffix = '',
): Promise<void> {
  for (const { sql, parameters } of insertStatements(table, columns, rows, suffix))
    await session.runPrepared(sql, parameters);
}

/** The statements of that; none for no rows. */
export function insertStatements(
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
  suffix: string,
): readonly SqlStatement[] {
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  const tuple = `(${placeholders(columns.length)})`;
  return Array.from(chunks(rows), (chunk) => ({
    sql: head + `${tuple}, `.repeat(chunk.length - 1) + tuple + suffix,
    parameters: chunk.flat(),
  }));
}

/** Rows found for any of the keys; `select` ends where the list of keys begins. No keys, no query. */
export async function rowsByKeys<Found>(
  reader: SqlReader,
  select: string,
  keys: readonly string[],
  suffix = '',
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let start = 0; start < keys.length; start += 1_000) {
    const some = keys.slice(start, start + 1_000);
    found.push(...(await reader.all<Found>(`${select} IN (${placeholders(some.length)})${suffix}`, some)));
  }
  return found;
}

/** Pieces of the sizes that INSERT knows, each small enough for a packet; a row that is larger goes alone. */
function* chunks(rows: readonly Row[]): Generator<readonly Row[]> {
  let start = 0;
  while (start < rows.length) {
    const size = INSERT_SIZES.find((rowsOfOne) => fits(rows, start, rowsOfOne)) ?? 1;
    yield rows.slice(start, start + size);
    start += size;
  }
}

function fits(rows: readonly Row[], start: number, count: number): boolean {
  if (start + count > rows.length) return false;
  let characters = 0;
  for (let at = start; at < start + count; at += 1) characters += charactersOf(rows[at] ?? []);
  return characters <= CHARACTERS_PER_STATEMENT;
}

function charactersOf(row: Row): number {
  return row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
}
