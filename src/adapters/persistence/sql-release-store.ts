/** Keeps releases: documents once per content, numbers without gaps. */
import type { ReleaseArchive, ReleaseLine, ReleaseReader } from '../../application/govern/release-reader';
import type { NewRelease, ReleaseStore } from '../../application/ports';
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { ListedDocument, Release } from '../../domain/documents/release';
import { insertRelease, latestNumber } from './insert-release';
import { type StoredKey, keyText } from './key-text';
import { lockedWorkspace } from './locked-workspace';
import { rowsByKeys } from './multi-row';
import type { SqlDatabase } from './sql-database';
import { fromSqlTime } from './sql-time';
import type { PublishedReleaseRow } from './tables/published-release-table';
import type { ReleaseDocumentRow } from './tables/release-document-table';

const SELECT_RELEASE =
  'SELECT number, hash, message, published_by, published_at FROM published_release WHERE number = ?';
const SELECT_NEWEST =
  'SELECT number, hash, message, published_by, published_at FROM published_release WHERE number < ? ' +
  'ORDER BY number DESC LIMIT';
const SELECT_DOCUMENTS =
  'SELECT listed.kind, listed.document_key, listed.hash, stored.canonical_text FROM release_document AS listed ' +
  'JOIN document AS stored ON stored.hash = listed.hash WHERE listed.release_number = ? ORDER BY listed.position';

const SELECT_TEXTS = 'SELECT hash, canonical_text FROM document WHERE hash';
const SELECT_HASH = 'SELECT hash FROM published_release WHERE number = ?';
const SELECT_LISTED =
  'SELECT kind, document_key, hash FROM release_document ' +
  'WHERE release_number = ? AND position >= ? AND position < ? ORDER BY position';

/** Nothing is cached here: replicas poll `currentNumber`. */
export class SqlReleaseStore implements ReleaseStore, ReleaseReader, ReleaseArchive {
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
    return latestNumber({ all: (sql, parameters) => this.database.prepared(sql, parameters) });
  }

  async newestFirst(before: number, limit: number): Promise<readonly ReleaseLine[]> {
    const sql = `${SELECT_NEWEST} ${Math.trunc(limit)}`;
    return (await this.database.all<PublishedReleaseRow>(sql, [before])).map(lineOf);
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
      const locked = await lockedWorkspace(session);
      if ((await latestNumber(session)) !== expectedCurrent) return 'conflict';
      await insertRelease(session, release, expectedCurrent + 1, locked);
      return 'appended';
    });
  }
}

function releaseOf(row: PublishedReleaseRow, documents: readonly ReleaseDocumentRow[]): Release {
  return {
    ...lineOf(row),
    documents: documents.map((document) => ({ ...listedOf(document), text: document.canonical_text })),
  };
}

function lineOf(row: PublishedReleaseRow): ReleaseLine {
  return {
    number: row.number,
    hash: keyText(row.hash),
    message: row.message,
    publishedBy: row.published_by,
    publishedAt: fromSqlTime(row.published_at),
  };
}

type ListedRow = Omit<ReleaseDocumentRow, 'canonical_text'>;
type TextRow = Pick<ReleaseDocumentRow, 'hash' | 'canonical_text'>;

function listedOf({ kind, document_key, hash }: ListedRow): ListedDocument {
  return { kind: keyText(kind) as DocumentKind, key: keyText(document_key), hash: keyText(hash) };
}
