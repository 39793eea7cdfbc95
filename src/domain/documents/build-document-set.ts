/** Gathers documents into a set; a broken one costs only itself. */
import { DOCUMENT_KINDS, type DocumentKind } from './document-kind';
import type { DocumentSet } from './document-set';
import { error } from './found';
import type { KeyedDocument } from './keyed-document';
import { parseDocumentText } from './parse-document-text';
import type { Problem } from './problem';
import { inReleaseOrder } from './release-hash';
import type { StoredDocument } from './release';

/** A document kept out of the set, and why. */
export interface QuarantinedDocument {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly problems: readonly Problem[];
}

/** Reads stored texts; those that cannot be read, and those whose key is not their own, are quarantined. */
export function buildDocumentSet(stored: readonly Pick<StoredDocument, 'kind' | 'key' | 'text'>[]): {
  readonly documents: DocumentSet;
  readonly quarantined: readonly QuarantinedDocument[];
} {
  const sound: KeyedDocument[] = [];
  const quarantined: QuarantinedDocument[] = [];
  for (const { kind, key, text } of stored) {
    const read = readKeyedDocument(kind, key, text);
    if ('problems' in read) quarantined.push({ kind, key, problems: read.problems });
    else sound.push(read);
  }
  return { documents: documentSetOf(sound), quarantined };
}

/** Reads one text that must hold the document of this key. */
export function readKeyedDocument(
  kind: DocumentKind,
  key: string,
  text: string,
): KeyedDocument | { readonly problems: readonly Problem[] } {
  const parsed = parseDocumentText(kind, text);
  if ('problems' in parsed) return parsed;
  if (parsed.document.key === key) return { kind, key, document: parsed.document } as KeyedDocument;
  const message = `The key is \`${parsed.document.key}\`, the name it is kept under is \`${key}\`.`;
  return { problems: [error('KEY_MISMATCH', '/key', message, 'Rename one of them.')] };
}

/** A set with each map in ascending byte order of the key; of two documents of one kind and key the later counts. */
export function documentSetOf(documents: readonly KeyedDocument[]): DocumentSet {
  const maps = Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, new Map<string, unknown>()]));
  for (const { kind, key, document } of inReleaseOrder(documents)) maps[kind]?.set(key, document);
  return maps as unknown as DocumentSet;
}

/** The documents of a set, in release order. */
export function documentsOf(set: DocumentSet): KeyedDocument[] {
  return DOCUMENT_KINDS.flatMap((kind) =>
    [...set[kind]].map(([key, document]) => ({ kind, key, document }) as KeyedDocument),
  );
}
