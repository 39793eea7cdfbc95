/** Reads a release piece by piece, so that only what is not known yet is fetched. */
import type { ListedDocument, Release } from '../../domain/documents/release';

/** The stored releases in small pieces; none of them blocks an embedded database for long. */
export interface ReleaseReader {
  /** Hash of a release; null when there is none of that number. */
  hashOf(number: number): Promise<string | null>;
  /** At most `limit` documents of a release in their order, without their texts, after the first `skip`. */
  listed(number: number, skip: number, limit: number): Promise<readonly ListedDocument[]>;
  /** Texts by hash; those that are not stored are not in the answer. */
  texts(hashes: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** A release without its documents. */
export type ReleaseLine = Omit<Release, 'documents'>;

/** The list of releases. */
export interface ReleaseArchive {
  /** At most `limit` with a number smaller than `before`, newest first. */
  newestFirst(before: number, limit: number): Promise<readonly ReleaseLine[]>;
}
