/** Converts timestamps between RFC 3339 and the spelling that both databases store and compare in order. */
import type { Timestamp } from '../../domain/accounts/account';

const ZERO = '0000-00-00 00:00:00.000';
const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** `2026-06-01T00:00:00.000Z` to `2026-06-01 00:00:00.000`. Throws on any other spelling: it was not normalised. */
export function toSqlTime(timestamp: Timestamp): string {
  if (!CANONICAL.test(timestamp))
    throw new RangeError(`\`${timestamp}\` is no UTC timestamp with milliseconds and can't be stored.`);
  return `${timestamp.slice(0, 10)} ${timestamp.slice(11, 23)}`;
}

/** Like `toSqlTime`, for columns that may be empty. */
export function toSqlTimeOrNull(timestamp: Timestamp | null): string | null {
  return timestamp === null ? null : toSqlTime(timestamp);
}

/** The reverse; loses nothing. MySQL's prepared statements leave a fraction of zero out. */
export function fromSqlTime(stored: string): Timestamp {
  const whole = stored + ZERO.slice(stored.length);
  return `${whole.slice(0, 10)}T${whole.slice(11, 23)}Z`;
}

/** Like `fromSqlTime`, for columns that may be empty. */
export function fromSqlTimeOrNull(stored: string | null): Timestamp | null {
  return stored === null ? null : fromSqlTime(stored);
}
