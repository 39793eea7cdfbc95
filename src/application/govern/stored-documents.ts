/** Writes documents as the bytes that are stored and hashed. */
import { inOnePiece, type Steps } from '../../domain/collections/steps';
import { documentsOf } from '../../domain/documents/build-document-set';
import { canonicalText } from '../../domain/documents/canonical-text';
import type { DocumentSet } from '../../domain/documents/document-set';
import type { StoredDocument } from '../../domain/documents/release';
import type { Hasher } from '../ports';

/** In release order, where nobody waits meanwhile. */
export function storedDocuments(set: DocumentSet, hasher: Hasher): StoredDocument[] {
  return inOnePiece(storedSteps(set, hasher));
}

/** The same a document at a time. */
export function* storedSteps(set: DocumentSet, hasher: Hasher): Steps<StoredDocument[]> {
  const stored: StoredDocument[] = [];
  for (const { kind, key, document } of documentsOf(set)) {
    const text = canonicalText(kind, document);
    stored.push({ kind, key, text, hash: hasher.sha256(text) });
    yield;
  }
  return stored;
}
