/** Writes a release within a transaction: its number, its documents, and what it makes of the pending changes. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NewRelease } from '../../application/ports';
import type { StoredDocument } from '../../domain/documents/release';
import { afterRelease, type Workspace } from '../../domain/drafts/workspace';
import { type StoredKey, keyText, storableKey } from './key-text';
import { replaceWorkspace } from './locked-workspace';
import { insertRows, rowsByKeys } from './multi-row';
import { settleDrafts } from './settle-drafts';
import type { SqlReader, SqlSession } from './sql-database';
import { toSqlTime } from './sql-time';

/** Statements of an embedded database run in this process; requests go between them. */
const DOCUMENTS_AT_ONCE = 250;
const SELECT_NUMBER = 'SELECT MAX(number) AS number FROM published_release';

/** Number of the release in force; 0 before the first. */
export async function latestNumber(reader: SqlReader): Promise<number> {
  const [row] = await reader.all<{ number: number | null }>(SELECT_NUMBER, []);
  return row?.number ?? 0;
}

/** The number first: of two publishers the second is refused by the key, and looks again. `locked` is the workspace. */
export async function insertRelease(
  session: SqlSession,
  release: NewRelease,
  number: number,
  locked: Workspace,
): Promise<void> {
  const { hash, message, publishedBy, publishedAt, documents } = release;
  const columns = ['number', 'hash', 'message', 'published_by', 'published_at'];
  const row = [number, hash, message, publishedBy, toSqlTime(publishedAt)];
  await insertRows(session, 'published_release', columns, [row]);
  for (let from = 0; from < documents.length; from += DOCUMENTS_AT_ONCE) {
    await insertDocuments(session, number, from, documents.slice(from, from + DOCUMENTS_AT_ONCE));
    await nextTurn();
  }
  const stillPending = await settleDrafts(session, number);
  await replaceWorkspace(session, locked, afterRelease(locked, stillPending));
}

async function insertDocuments(
  session: SqlSession,
  number: number,
  from: number,
  documents: readonly StoredDocument[],
): Promise<void> {
  await insertNewTexts(session, documents);
  await insertRows(
    session,
    'release_document',
    ['release_number', 'position', 'kind', 'document_key', 'hash'],
    documents.map(({ kind, key, hash }, index) => [number, from + index, kind, storableKey(key), hash]),
  );
}

async function insertNewTexts(session: SqlSession, documents: readonly StoredDocument[]): Promise<void> {
  const texts = new Map(documents.map(({ hash, text }) => [hash, text]));
  for (const hash of await storedHashes(session, [...texts.keys()])) texts.delete(hash);
  await insertRows(session, 'document', ['hash', 'canonical_text'], [...texts]);
}

async function storedHashes(reader: SqlReader, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await rowsByKeys<{ hash: StoredKey }>(reader, 'SELECT hash FROM document WHERE hash', hashes);
  return rows.map((row) => keyText(row.hash));
}
