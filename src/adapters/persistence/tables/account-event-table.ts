/** The table of what happened to accounts: append-only, an id counts once for ever. */
import { EntitySchema } from 'typeorm';
import { keyType, longTextType, timeType, type Dialect } from '../column-types';
import { accountForeignKey } from './account-foreign-key';

/** `data` is the JSON of the event. */
export function accountEventTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'account_event',
    columns: {
      id: { ...keyType(dialect), primary: true },
      account_id: keyType(dialect),
      type: keyType(dialect),
      at: timeType(dialect),
      data: longTextType(dialect),
    },
    indices: [{ name: 'idx_account_event_account_at', columns: ['account_id', 'at'] }],
    foreignKeys: [accountForeignKey('fk_account_event_account')],
  });
}
