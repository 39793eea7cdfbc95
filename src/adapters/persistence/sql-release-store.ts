/** Keeps releases: documents once per content, numbers without gaps. */
import type { NewRelease, ReleaseStore } from '../../application/ports';
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { Release, StoredDocument } from '../../domain/documents/release';
import { type StoredKey, keyText, storableKey } from './key-text';
import { insertRows, rowsByKeys } from './multi-row';
import type { SqlDatabase, SqlReader, SqlSession } from './sql-database';
import { fromSqlTime, toSqlTime } from './sql-time';
import type { PublishedReleaseRow } from './tables/published-release-table';
import type { ReleaseDocumentRow } from './tables/release-document-table';

const SELECT_NUMBER = 'SELECT MAX(number) AS number FROM published_release';
const SELECT_RELEASE =
  'SELECT number, hash, message, published_by, published_at FROM published_release WHERE number = ?';
const SELECT_DOCUMENTS =
  'SELECT listed.kind, listed.document_key, listed.hash, stored.canonical_text FROM release_document AS listed ' +
  'JOIN document AS stored ON stored.hash = listed.hash WHERE listed.release_number = ? ORDER BY listed.position';

/** Nothing is cached here: replicas poll `currentNumber`. */
export class SqlReleaseStore implements ReleaseStore {
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
  await insertNewTexts(session, release.documents);
  await insertRows(
    session,
    'release_document',
    ['release_number', 'position', 'kind', 'document_key', 'hash'],
    release.documents.map(({ kind, key, hash }, index) => [number, index, kind, storableKey(key), hash]),
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
    documents: documents.map((document) => ({
      kind: keyText(document.kind) as DocumentKind,
      key: keyText(document.document_key),
      hash: keyText(document.hash),
      text: document.canonical_text,
    })),
  };
}
