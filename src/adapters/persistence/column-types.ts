/** Says how the few column types we use are spelt on each kind of database. */

/** `mysql` stands for MySQL, MariaDB and what speaks their protocol. */
export type Dialect = 'sqlite' | 'mysql';

/** Longest id or key in UTF-8 bytes: four of them still fit InnoDB's index limit. */
export const MAX_KEY_BYTES = 190;

/** Longest idempotency key in UTF-8 bytes: 200 characters, whichever they are. */
export const MAX_IDEMPOTENCY_KEY_BYTES = 800;

/** Longest owner of an account in UTF-8 bytes: 200 characters, whichever they are. */
export const MAX_OWNER_BYTES = 800;

/** Ids and keys compare byte by byte: no case folding, no accents, no padding of blanks. */
export function keyType(dialect: Dialect, bytes = MAX_KEY_BYTES) {
  return {
    type: dialect === 'mysql' ? ('varbinary' as const) : ('varchar' as const),
    length: `${bytes}`,
  };
}

/** Lower-case hex of a SHA-256. */
export function hashType(dialect: Dialect) {
  return { type: dialect === 'mysql' ? ('varbinary' as const) : ('varchar' as const), length: '64' };
}

/** Text of any length, JSON included; `text` alone ends at 64 kB on MySQL. */
export function longTextType(dialect: Dialect) {
  return { type: dialect === 'mysql' ? ('longtext' as const) : ('text' as const) };
}

/** A point in time in UTC with milliseconds; see sql-time.ts for its spelling. */
export function timeType(dialect: Dialect) {
  return dialect === 'mysql' ? { type: 'datetime' as const, precision: 3 } : { type: 'datetime' as const };
}
