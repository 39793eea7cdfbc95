/** The table of API keys: digests, never secrets; rows are never deleted. */
import { EntitySchema } from 'typeorm';
import { hashType, keyType, longTextType, timeType, type Dialect } from '../column-types';
import type { StoredKey } from '../key-text';

/** `scopes` is a JSON list. */
export interface ApiKeyRow {
  readonly id: StoredKey;
  readonly name: string;
  readonly digest: StoredKey;
  readonly prefix: StoredKey;
  readonly scopes: string;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

/** Found by the digest of what a caller presents. */
export function apiKeyTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'api_key',
    columns: {
      id: { ...keyType(dialect), primary: true },
      name: longTextType(dialect),
      digest: hashType(dialect),
      prefix: keyType(dialect),
      scopes: longTextType(dialect),
      created_at: timeType(dialect),
      expires_at: { ...timeType(dialect), nullable: true },
      revoked_at: { ...timeType(dialect), nullable: true },
    },
    indices: [{ name: 'uq_api_key_digest', columns: ['digest'], unique: true }],
  });
}
