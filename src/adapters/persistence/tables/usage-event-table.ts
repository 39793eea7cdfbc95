/** The table of reports of usage: append-only, an id counts once for ever. */
import { EntitySchema } from 'typeorm';
import { keyType, timeType, type Dialect } from '../column-types';
import type { StoredKey } from '../key-text';
import { accountForeignKey } from './account-foreign-key';

/** What is read back of an event; account and metric are known by then. */
export interface UsageEventRow {
  readonly id: StoredKey;
  readonly value: number;
  readonly kind: StoredKey;
  readonly at: string;
}

/** The index answers "events of one metric of one account by time" without touching the rows of others. */
export function usageEventTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'usage_event',
    columns: {
      id: { ...keyType(dialect), primary: true },
      account_id: keyType(dialect),
      metric: keyType(dialect),
      value: { type: 'double' },
      kind: keyType(dialect),
      at: timeType(dialect),
    },
    indices: [{ name: 'idx_usage_event_account_metric_at', columns: ['account_id', 'metric', 'at', 'id'] }],
    foreignKeys: [accountForeignKey('fk_usage_event_account')],
  });
}
