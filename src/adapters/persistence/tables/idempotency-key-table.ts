/** The table of recording calls that were answered, by caller and key; kept 30 days. */
import { EntitySchema } from 'typeorm';
import {
  hashType,
  keyType,
  longTextType,
  MAX_IDEMPOTENCY_KEY_BYTES,
  timeType,
  type Dialect,
} from '../column-types';
import type { StoredKey } from '../key-text';

/** What a repeat is judged by and answered with. */
export interface IdempotencyKeyRow {
  readonly body_hash: StoredKey;
  readonly answer: string;
}

/** The account is named so that its erasure finds its answers; a foreign key would make every recording lock the account. */
export function idempotencyKeyTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'idempotency_key',
    columns: {
      caller_id: { ...keyType(dialect), primary: true },
      idempotency_key: { ...keyType(dialect, MAX_IDEMPOTENCY_KEY_BYTES), primary: true },
      account_id: keyType(dialect),
      body_hash: hashType(dialect),
      answer: longTextType(dialect),
      recorded_at: timeType(dialect),
    },
    indices: [{ name: 'idx_idempotency_key_recorded_at', columns: ['recorded_at'] }],
  });
}
