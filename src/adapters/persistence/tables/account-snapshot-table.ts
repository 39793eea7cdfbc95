/** The table of accounts as decisions that were logged read them, by version. */
import { EntitySchema } from 'typeorm';
import { keyType, longTextType, type Dialect } from '../column-types';
import { accountForeignKey } from './account-foreign-key';

/** A row per version that a logged decision was made from; never changed, gone with its account. */
export function accountSnapshotTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'account_snapshot',
    columns: {
      account_id: { ...keyType(dialect), primary: true },
      version: { type: 'integer', primary: true },
      profile: longTextType(dialect),
      usage_matrix: longTextType(dialect),
      activity: longTextType(dialect),
    },
    foreignKeys: [accountForeignKey('fk_account_snapshot_account')],
  });
}
