/** Keeps releases: documents once per content, numbers without gaps. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReleaseReader } from '../../application/govern/release-reader';
import type { NewRelease, ReleaseStore } from '../../application/ports';
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { ListedDocument, Release, StoredDocument } from '../../domain/documents/release';
import { type StoredKey, keyText, storableKey } from './key-text';
import { insertRows, rowsByKeys } from './multi-row';
import type { SqlDatabase, SqlReader, SqlSession } from './sql-database';
import { fromSqlTime, toSqlTime } from './sql-time';
import type { PublishedReleaseRow } from './tables/published-release-table';
import type { ReleaseDocumentRow } from './tables/release-document-table';

/** Statements of an embedded database run in this process; requests go between them. */
const DOCUMENTS_AT_ONCE = 250;

const SELECT_NUMBER = 'SELECT MAX(number) AS number FROM published_release';
const SELECT_RELEASE =
  'SELECT number, hash, message, published_by, published_at FROM published_release WHERE number = ?';
const SELECT_DOCUMENTS =
  'SELECT listed.kind, listed.document_key, listed.hash, stored.canonical_text FROM release_document AS listed ' +
  'JOIN document AS stored ON stored.hash = listed.hash WHERE listed.release_number = ? ORDER BY listed.position';

const SELECT_TEXTS = 'SELECT hash, canonical_text FROM document WHERE hash';
const SELECT_HASH = 'SELECT hash FROM published_release WHERE number = ?';
const SELECT_LISTED =
  'SELECT kind, document_key, hash FROM release_document ' +
  'WHERE release_number = ? AND position >= ? AND position < ? ORDER BY position';

/** Nothing is cached here: replicas poll `currentNumber`. */
export class SqlReleaseStore implements ReleaseStore, ReleaseReader {
  constructor(private readonly database: SqlDatabase) {}

  async current(): Promise<Release | null> {
    return this.byNumber(await this.currentNumber());
  }

  /** Releases never change, so two reads are as good as one. */
  async byNumber(number: number): Promise<Release | null> {
    const [row] = await this.database.all<PublishedReleaseRow>(SELECT_RELEASE, [number]);
    if (row === undefined) return null;
    const documents = await this.database.all<ReleaseDocumentRow>(SELECT_DOCUMENTS, [number]);
    return releaseOf(row, documents);
  }

  async currentNumber(): Promise<number> {
    const [row] = await this.database.prepared<{ number: number | null }>(SELECT_NUMBER, []);
    return row?.number ?? 0;
  }

  async hashOf(number: number): Promise<string | null> {
    const [row] = await this.database.all<{ hash: StoredKey }>(SELECT_HASH, [number]);
    return row === undefined ? null : keyText(row.hash);
  }

  /** Positions count from 0 without gaps. */
  async listed(number: number, skip: number, limit: number): Promise<readonly ListedDocument[]> {
    const rows = await this.database.all<ListedRow>(SELECT_LISTED, [number, skip, skip + limit]);
    return rows.map(listedOf);
  }

  async texts(hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsByKeys<TextRow>(this.database, SELECT_TEXTS, hashes);
    return new Map(rows.map((row) => [keyText(row.hash), row.canonical_text]));
  }

  append(release: NewRelease, expectedCurrent: number): Promise<'appended' | 'conflict'> {
    return this.database.transaction(async (session) => {
      if ((await latestNumber(session)) !== expectedCurrent) return 'conflict';
      await insertRelease(session, release, expectedCurrent + 1);
      return 'appended';
    });
  }
}

async function latestNumber(session: SqlSession): Promise<number> {
  const [row] = await session.all<{ number: number | null }>(SELECT_NUMBER, []);
  return row?.number ?? 0;
}

/** The number first: of two publishers the second waits there, is refused by the key, and looks again. */
async function insertRelease(session: SqlSession, release: NewRelease, number: number): Promise<void> {
  await insertRows(
    session,
    'published_release',
    ['number', 'hash', 'message', 'published_by', 'published_at'],
    [[number, release.hash, release.message, release.publishedBy, toSqlTime(release.publishedAt)]],
  );
  for (let from = 0; from < release.documents.length; from += DOCUMENTS_AT_ONCE) {
    await insertDocuments(session, number, from, release.documents.slice(from, from + DOCUMENTS_AT_ONCE));
    await nextTurn();
  }
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

function releaseOf(row: PublishedReleaseRow, documents: readonly ReleaseDocumentRow[]): Release {
  return {
    number: row.number,
    hash: keyText(row.hash),
    message: row.message,
    publishedBy: row.published_by,
    publishedAt: fromSqlTime(row.published_at),
    documents: documents.map((row) => ({ ...listedOf(row), text: row.canonical_text })),
  };
}

type ListedRow = Omit<ReleaseDocumentRow, 'canonical_text'>;
type TextRow = Pick<ReleaseDocumentRow, 'hash' | 'canonical_text'>;

function listedOf({ kind, document_key, hash }: ListedRow): ListedDocument {
  return { kind: keyText(kind) as DocumentKind, key: keyText(document_key), hash: keyText(hash) };
}
