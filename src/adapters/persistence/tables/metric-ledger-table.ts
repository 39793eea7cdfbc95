/** The table of what ingestion remembers of each metric of an account, as JSON. */
import { EntitySchema } from 'typeorm';
import { keyType, longTextType, type Dialect } from '../column-types';
import type { StoredKey } from '../key-text';
import { accountForeignKey } from './account-foreign-key';

/** `ledger` is the JSON of a MetricLedger. */
export interface MetricLedgerRow {
  readonly account_id: StoredKey;
  readonly metric: StoredKey;
  readonly ledger: string;
}

/** One row per account and metric, replaced whole. */
export function metricLedgerTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'metric_ledger',
    columns: {
      account_id: { ...keyType(dialect), primary: true },
      metric: { ...keyType(dialect), primary: true },
      ledger: longTextType(dialect),
    },
    foreignKeys: [accountForeignKey('fk_metric_ledger_account')],
  });
}
