/** The table of accounts: one row holds everything a decision reads. */
import { EntitySchema } from 'typeorm';
import { keyType, longTextType, type Dialect } from '../column-types';

/** What a snapshot is made of; the members are JSON of the domain types. */
export interface AccountRow {
  readonly version: number;
  readonly profile: string;
  readonly usage_matrix: string;
  readonly activity: string;
}

/** Status, plan and segment repeat the profile, for filtering. */
export function accountTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'account',
    columns: {
      id: { ...keyType(dialect), primary: true },
      version: { type: 'integer' },
      status: keyType(dialect),
      plan: { ...keyType(dialect), nullable: true },
      segment: { ...keyType(dialect), nullable: true },
      profile: longTextType(dialect),
      usage_matrix: longTextType(dialect),
      activity: longTextType(dialect),
    },
    indices: [
      { name: 'idx_account_status', columns: ['status', 'id'] },
      { name: 'idx_account_plan', columns: ['plan', 'id'] },
      { name: 'idx_account_segment', columns: ['segment', 'id'] },
    ],
  });
}
