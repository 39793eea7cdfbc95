/** Describes a release: an immutable, content-addressed list of documents. */
import type { DocumentKind } from './document-kind';

/** One line of a release: a document by the SHA-256 of its canonical bytes, in lower-case hex. */
export interface ListedDocument {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly hash: string;
}

/** A listed document with its bytes. */
export interface StoredDocument extends ListedDocument {
  /** The canonical text, byte for byte what stands in the file under `rules/`. */
  readonly text: string;
}

/** A published release. Numbers start at 1 and have no gaps. */
export interface Release {
  readonly number: number;
  /** SHA-256 over `kind/key/hash` lines in canonical order. */
  readonly hash: string;
  readonly message: string;
  readonly publishedBy: string;
  /** RFC 3339, UTC, milliseconds. */
  readonly publishedAt: string;
  readonly documents: readonly StoredDocument[];
}
