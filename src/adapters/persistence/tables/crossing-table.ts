/** The table of threshold crossings: append-only, one per account, metric, threshold and period. */
import { EntitySchema } from 'typeorm';
import { keyType, timeType, type Dialect } from '../column-types';
import { accountForeignKey } from './account-foreign-key';

/** `period` is the start of the period as RFC 3339, empty for metrics that never reset: a null would not be unique. */
export function crossingTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'crossing',
    columns: {
      account_id: { ...keyType(dialect), primary: true },
      metric: { ...keyType(dialect), primary: true },
      threshold: { ...keyType(dialect), primary: true },
      period: { ...keyType(dialect), primary: true },
      crossed_at: timeType(dialect),
      recorded_at: timeType(dialect),
    },
    indices: [
      {
        name: 'idx_crossing_crossed_at',
        columns: ['crossed_at', 'account_id', 'metric', 'threshold', 'period'],
      },
    ],
    foreignKeys: [accountForeignKey('fk_crossing_account')],
  });
}
