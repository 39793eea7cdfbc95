/** Says what a release is hashed over. */
import { DOCUMENT_KINDS } from './document-kind';
import type { StoredDocument } from './release';

/** Digests a text; SHA-256 in lower-case hex, passed in because the domain has no cryptography. */
export type Digest = (text: string) => string;

/** Hash over `kind/key/hash` lines, kinds in their order, keys in ascending byte order. The same documents, the same hash. */
export function releaseHash(
  documents: readonly Pick<StoredDocument, 'kind' | 'key' | 'hash'>[],
  digest: Digest,
): string {
  return digest(
    inReleaseOrder(documents)
      .map(({ kind, key, hash }) => `${kind}/${key}/${hash}\n`)
      .join(''),
  );
}

/** Documents in the order of a release: by kind, then by key. */
export function inReleaseOrder<T extends Pick<StoredDocument, 'kind' | 'key'>>(documents: readonly T[]): T[] {
  return [...documents].sort(
    (a, b) => DOCUMENT_KINDS.indexOf(a.kind) - DOCUMENT_KINDS.indexOf(b.kind) || (a.key < b.key ? -1 : 1),
  );
}
