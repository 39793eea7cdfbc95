/** The table that knows how long the audit log is: one row, sealed with the signing secret. */
import { EntitySchema } from 'typeorm';
import { hashType, keyType, longTextType, type Dialect } from '../column-types';
import type { StoredKey } from '../key-text';

/** `hash` is that of the last line. */
export interface AuditHeadRow {
  readonly length: number;
  readonly hash: StoredKey;
  readonly seal: string;
}

/** The row, whose id is `head`, is made by the migration; whoever appends locks it. */
export function auditHeadTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'audit_head',
    columns: {
      id: { ...keyType(dialect), primary: true },
      length: { type: 'integer' },
      hash: hashType(dialect),
      seal: longTextType(dialect),
    },
  });
}
