/** Guards and reads the text of ids and keys, which MySQL keeps as bytes. */
import { MAX_KEY_BYTES } from './column-types';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A binary column as it comes back: text from SQLite, bytes from MySQL. */
export type StoredKey = string | Uint8Array;

/** Text of an id or key column. */
export function keyText(stored: StoredKey): string {
  return typeof stored === 'string' ? stored : Buffer.from(stored).toString('utf8');
}

/**
 * The key, or a thrown RangeError when it is longer than both databases can keep (SQLite itself would not mind), or is
 * no well-formed text and would come back as another key.
 */
export function storableKey(key: string, bytes = MAX_KEY_BYTES): string {
  if (LONE_SURROGATE.test(key)) throw new RangeError('An id or key holds half a surrogate pair.');
  if (Buffer.byteLength(key) > bytes)
    throw new RangeError(`An id or key is longer than ${bytes} bytes: \`${key.slice(0, 40)}…\`.`);
  return key;
}

/** Like `storableKey`, for columns that may be empty. */
export function storableKeyOrNull(key: string | null | undefined): string | null {
  return key === null || key === undefined ? null : storableKey(key);
}
