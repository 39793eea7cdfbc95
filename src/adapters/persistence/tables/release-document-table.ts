/** The table that lists the documents of each release in their order. */
import { EntitySchema } from 'typeorm';
import { hashType, keyType, type Dialect } from '../column-types';
import type { StoredKey } from '../key-text';

/** Joined with the text of the document. */
export interface ReleaseDocumentRow {
  readonly kind: StoredKey;
  readonly document_key: StoredKey;
  readonly hash: StoredKey;
  readonly canonical_text: string;
}

/** A release names a document of one kind and key at most once. */
export function releaseDocumentTable(dialect: Dialect): EntitySchema {
  return new EntitySchema({
    name: 'release_document',
    columns: {
      release_number: { type: 'integer', primary: true },
      position: { type: 'integer', primary: true },
      kind: keyType(dialect),
      document_key: keyType(dialect),
      hash: hashType(dialect),
    },
    indices: [
      { name: 'uq_release_document_key', columns: ['release_number', 'kind', 'document_key'], unique: true },
      { name: 'idx_release_document_hash', columns: ['hash'] },
    ],
    foreignKeys: [
      {
        name: 'fk_release_document_release',
        target: 'published_release',
        columnNames: ['release_number'],
        referencedColumnNames: ['number'],
        onDelete: 'RESTRICT',
        onUpdate: 'RESTRICT',
      },
      {
        name: 'fk_release_document_document',
        target: 'document',
        columnNames: ['hash'],
        referencedColumnNames: ['hash'],
        onDelete: 'RESTRICT',
        onUpdate: 'RESTRICT',
      },
    ],
  });
}
