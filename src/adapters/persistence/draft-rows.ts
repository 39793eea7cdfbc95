/** Reads and writes the versions of documents and what is pending of them. */
import type { DocumentKind } from '../../domain/documents/document-kind';
import { nameOf, type PendingDocument } from '../../domain/drafts/pending-document';
import { keyText, storableKey, type StoredKey } from './key-text';
import { insertRows } from './multi-row';
import type { SqlReader, SqlSession, SqlValue } from './sql-database';
import { fromSqlTime, toSqlTime } from './sql-time';
import type { DraftDocumentRow } from './tables/draft-document-table';

/** The version of a published document that was never saved and is what it was when it first came. */
export const FIRST_VERSION = 1;

const COLUMNS = [
  'version',
  'pending',
  'canonical_text',
  'hash',
  'base_hash',
  'saved_by',
  'saved_at',
  'kind',
  'document_key',
];
const SELECT = `SELECT ${COLUMNS.join(', ')} FROM draft_document`;
const UPDATE =
  `UPDATE draft_document SET ${COLUMNS.slice(0, -2)
    .map((column) => `${column} = ?`)
    .join(', ')} ` + 'WHERE kind = ? AND document_key = ?';

/** One row; what it is of is known to whoever asked. */
export interface DraftRow {
  readonly version: number;
  /** null while the document is as published. */
  readonly pending: PendingDocument | null;
}

type Named = Pick<PendingDocument, 'kind' | 'key'>;

/** All of them by `kind/key`. */
export async function draftRows(reader: SqlReader): Promise<ReadonlyMap<string, DraftRow>> {
  const rows = await reader.all<DraftDocumentRow>(SELECT, []);
  return new Map(rows.map((row) => [nameOf(documentOf(row)), rowOf(row)]));
}

/** What is pending, in no order. */
export async function pendingRows(reader: SqlReader): Promise<readonly PendingDocument[]> {
  const rows = await reader.all<DraftDocumentRow>(`${SELECT} WHERE pending = 1`, []);
  return rows.flatMap((row) => rowOf(row).pending ?? []);
}

/** Undefined for a document that has none. */
export async function draftRow(reader: SqlReader, { kind, key }: Named): Promise<DraftRow | undefined> {
  const where = `${SELECT} WHERE kind = ? AND document_key = ?`;
  const [row] = await reader.all<DraftDocumentRow>(where, [kind, key]);
  return row === undefined ? undefined : rowOf(row);
}

/** `exists` tells whether there is a row already; the caller holds the workspace. */
export async function putDraftRow(
  session: SqlSession,
  document: Named,
  row: DraftRow,
  exists: boolean,
): Promise<void> {
  const values = valuesOf(document, row);
  if (exists) await session.run(UPDATE, values);
  else await insertRows(session, 'draft_document', COLUMNS, [values]);
}

function valuesOf({ kind, key }: Named, { version, pending }: DraftRow): SqlValue[] {
  const name = [kind, storableKey(key)];
  if (pending === null) return [version, 0, null, null, null, null, null, ...name];
  const { text, hash, baseHash, savedBy, savedAt } = pending;
  return [version, 1, text, hash, baseHash, savedBy, toSqlTime(savedAt), ...name];
}

function rowOf(row: DraftDocumentRow): DraftRow {
  if (row.pending === 0 || row.saved_at === null) return { version: row.version, pending: null };
  return {
    version: row.version,
    pending: {
      ...documentOf(row),
      version: row.version,
      text: row.canonical_text,
      hash: textOrNull(row.hash),
      baseHash: textOrNull(row.base_hash),
      savedBy: row.saved_by ?? '',
      savedAt: fromSqlTime(row.saved_at),
    },
  };
}

function documentOf(row: Pick<DraftDocumentRow, 'kind' | 'document_key'>): Named {
  return { kind: keyText(row.kind) as DocumentKind, key: keyText(row.document_key) };
}

function textOrNull(stored: StoredKey | null): string | null {
  return stored === null ? null : keyText(stored);
}
