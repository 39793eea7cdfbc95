/** The table of releases by number (`release` is a reserved word of MySQL). */
import { EntitySchema } from 'typeorm';
import { hashType, longTextType, timeType, type Dialect } from '../column-types';
import type { StoredKey } from '../key-text';

/** Without its documents. */
export interface PublishedReleaseRow {
  readonly number: number;
  readonly hash: StoredKey;
  readonly message: string;
  readonly published_by: string;
  readonly published_at: string;
}

/** The number is the key: of two publishers one is refused. */
export function publishedReleaseTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'published_release',
    columns: {
      number: { type: 'integer', primary: true },
      hash: hashType(dialect),
      message: longTextType(dialect),
      published_by: longTextType(dialect),
      published_at: timeType(dialect),
    },
  });
}
