/** Reads documents that come as values rather than as texts of files. */
import type { DocumentKind } from '../../src/domain/documents/document-kind';
import { gatherDocuments, type Reading } from '../../src/domain/documents/gather-documents';
import type { KeyedDocument } from '../../src/domain/documents/keyed-document';
import { parseDocument } from '../../src/domain/documents/parse-document';

/** A document of some kind, not yet read. */
export interface DocumentValue {
  readonly kind: DocumentKind;
  readonly value: unknown;
}

/** Every document that can be read, and every problem with the position of its item. */
export function gatherValues(values: readonly DocumentValue[]) {
  return gatherDocuments(values, readValue);
}

function readValue({ kind, value }: DocumentValue): Reading {
  const parsed = parseDocument(kind, value);
  if ('problems' in parsed) return parsed;
  return { kind, key: parsed.document.key, document: parsed.document } as KeyedDocument;
}
