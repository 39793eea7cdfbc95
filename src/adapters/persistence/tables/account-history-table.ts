/** The table of what decisions need of each account's past, as JSON; its row is what recordings of an account lock. */
import { EntitySchema } from 'typeorm';
import { keyType, longTextType, type Dialect } from '../column-types';
import { accountForeignKey } from './account-foreign-key';

/** `history` is the JSON of a History. */
export interface AccountHistoryRow {
  readonly version: number;
  readonly history: string;
}

/** One row per account that was ever shown anything, replaced whole; the version counts its changes. */
export function accountHistoryTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'account_history',
    columns: {
      account_id: { ...keyType(dialect), primary: true },
      version: { type: 'integer' },
      history: longTextType(dialect),
    },
    foreignKeys: [accountForeignKey('fk_account_history_account')],
  });
}
