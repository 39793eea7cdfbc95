/** Writes and looks up many rows with few statements, each bounded in size. */
import type { SqlReader, SqlSession, SqlValue } from './sql-database';

const ROWS_PER_STATEMENT = 500;
/** Far below MySQL's smallest usual packet of 16 MB, at up to four bytes a character. */
const CHARACTERS_PER_STATEMENT = 1_000_000;

type Row = readonly SqlValue[];

/** `?, ?, ?` for a list of that length. */
export function placeholders(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/** Inserts rows whose values stand in the order of the columns; `suffix` is what follows the values. */
export async function insertRows(
  session: SqlSession,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
  suffix = '',
): Promise<void> {
  const head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  const tuple = `(${placeholders(columns.length)})`;
  for (const chunk of chunks(rows)) {
    const tuples = Array.from({ length: chunk.length }, () => tuple).join(', ');
    await session.run(head + tuples + suffix, chunk.flat());
  }
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

function* chunks(rows: readonly Row[]): Generator<readonly Row[]> {
  let chunk: Row[] = [];
  let characters = 0;
  for (const row of rows) {
    const size = charactersOf(row);
    if (
      chunk.length > 0 &&
      (chunk.length === ROWS_PER_STATEMENT || characters + size > CHARACTERS_PER_STATEMENT)
    ) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
    chunk.push(row);
    characters += size;
  }
  if (chunk.length > 0) yield chunk;
}

function charactersOf(row: Row): number {
  return row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
}
