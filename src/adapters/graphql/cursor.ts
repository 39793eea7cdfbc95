/** Makes page cursors out of keys and reads them back; clients must not look inside. */
import { invalidCursor } from './refusals';

/** Lists that hand out cursors; a cursor of one is refused by the others. */
export type PagedList = 'accounts' | 'audiences' | 'rules' | 'offers' | 'audit' | 'releases';

/** The cursor of the item with this key. */
export function encodeCursor(list: PagedList, key: string): string {
  return Buffer.from(`${list}:${key}`, 'utf8').toString('base64url');
}

/** The key behind a cursor; null when none was given; throws INVALID_CURSOR for anything this list did not hand out. */
export function decodeCursor(list: PagedList, cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const key = text.slice(list.length + 1);
  if (key === '' || encodeCursor(list, key) !== cursor) throw invalidCursor('after');
  return key;
}
