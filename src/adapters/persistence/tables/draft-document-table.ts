/** The table of the versions of documents and of what is pending of them. */
import { EntitySchema } from 'typeorm';
import { hashType, keyType, longTextType, timeType, type Dialect } from '../column-types';
import type { StoredKey } from '../key-text';

/** A document that was saved, deleted or changed by a release; one that never was is at version 1 and has no row. */
export interface DraftDocumentRow {
  readonly kind: StoredKey;
  readonly document_key: StoredKey;
  readonly version: number;
  /** 1 while it differs from the release in force; then the members below tell how, else they are null. */
  readonly pending: number;
  /** null: it is to be deleted. */
  readonly canonical_text: string | null;
  readonly hash: StoredKey | null;
  readonly base_hash: StoredKey | null;
  readonly saved_by: string | null;
  readonly saved_at: string | null;
}

/** Rows stay when their document is published or deleted, so that no version number is ever used again. */
export function draftDocumentTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'draft_document',
    columns: {
      kind: { ...keyType(dialect), primary: true },
      document_key: { ...keyType(dialect), primary: true },
      version: { type: 'integer' },
      pending: { type: 'integer' },
      canonical_text: { ...longTextType(dialect), nullable: true },
      hash: { ...hashType(dialect), nullable: true },
      base_hash: { ...hashType(dialect), nullable: true },
      saved_by: { ...longTextType(dialect), nullable: true },
      saved_at: { ...timeType(dialect), nullable: true },
    },
    indices: [{ name: 'idx_draft_document_pending', columns: ['pending'] }],
  });
}
