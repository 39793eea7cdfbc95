/** The table of decisions made: append-only, without foreign keys, so that it outlives what it tells of. */
import { EntitySchema } from 'typeorm';
import { keyType, longTextType, timeType, type Dialect } from '../column-types';

/** The user id is the caller's word and may be of any length. */
export function decisionLogTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'decision_log',
    columns: {
      id: { ...keyType(dialect), primary: true },
      account_id: keyType(dialect),
      user_id: { ...longTextType(dialect), nullable: true },
      release_number: { type: 'integer' },
      decided_at: timeType(dialect),
      surface: keyType(dialect),
      motion: keyType(dialect),
      account_version: { type: 'integer' },
      payload: longTextType(dialect),
    },
    indices: [
      { name: 'idx_decision_log_account_decided_at', columns: ['account_id', 'decided_at'] },
      { name: 'idx_decision_log_decided_at', columns: ['decided_at', 'id'] },
    ],
  });
}
