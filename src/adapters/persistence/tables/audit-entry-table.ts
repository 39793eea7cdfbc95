/** The table of the audit log; rows are only ever added. */
import { EntitySchema } from 'typeorm';
import { hashType, keyType, longTextType, timeType, type Dialect } from '../column-types';
import type { StoredKey } from '../key-text';

/** Every column but the hash is part of what is hashed. */
export interface AuditEntryRow {
  readonly position: number;
  readonly at: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly action: StoredKey;
  readonly subject: string;
  readonly reason: string | null;
  readonly before_text: string | null;
  readonly after_text: string | null;
  readonly previous_hash: StoredKey;
  readonly hash: StoredKey;
}

/** Positions count from 1 without gaps: they come from `audit_head`, never from the database. */
export function auditEntryTable(dialect: Dialect): EntitySchema {
  const text = longTextType(dialect);
  return new EntitySchema({
    name: 'audit_entry',
    columns: {
      position: { type: 'integer', primary: true },
      at: timeType(dialect),
      actor_id: text,
      actor_name: text,
      action: keyType(dialect),
      subject: text,
      reason: { ...text, nullable: true },
      before_text: { ...text, nullable: true },
      after_text: { ...text, nullable: true },
      previous_hash: hashType(dialect),
      hash: hashType(dialect),
    },
  });
}
