/** Describes what is to change of a release, and lays it over the release. */
import type { Timestamp } from '../accounts/account';
import type { DocumentKind } from '../documents/document-kind';
import type { ListedDocument, StoredDocument } from '../documents/release';
import { inReleaseOrder } from '../documents/release-hash';

/** A document that was saved or deleted and is not published yet. */
export interface PendingDocument {
  readonly kind: DocumentKind;
  readonly key: string;
  /** Counts the changes of this document, from 1; a number is never used again. */
  readonly version: number;
  /** Canonical text; null: it is to be deleted. */
  readonly text: string | null;
  /** SHA-256 of the text; null where it is to be deleted. */
  readonly hash: string | null;
  /** Hash of what was in force when it was saved; null: there was no such document. */
  readonly baseHash: string | null;
  readonly savedBy: string;
  readonly savedAt: Timestamp;
}

/** The documents as they would be published now, in release order. */
export function withPending(
  inForce: readonly StoredDocument[],
  pending: readonly PendingDocument[],
): StoredDocument[] {
  const changed = new Set(pending.map(nameOf));
  const saved = pending.flatMap(({ kind, key, text, hash }) =>
    text === null || hash === null ? [] : [{ kind, key, text, hash }],
  );
  return inReleaseOrder([...inForce.filter((document) => !changed.has(nameOf(document))), ...saved]);
}

/** Changes whose document was published otherwise since they were saved: publishing them would undo that unseen. */
export function overtaken(
  inForce: readonly ListedDocument[],
  pending: readonly PendingDocument[],
): readonly PendingDocument[] {
  const hashes = new Map(inForce.map((document) => [nameOf(document), document.hash]));
  return pending.filter((document) => {
    const hash = hashes.get(nameOf(document)) ?? null;
    return hash !== document.baseHash && hash !== document.hash;
  });
}

/** `kind/key`; no kind holds a slash. */
export function nameOf({ kind, key }: { readonly kind: DocumentKind; readonly key: string }): string {
  return `${kind}/${key}`;
}
