/** Reads many documents at once: one that is broken never costs another. */
import { MOST_DOCUMENTS } from './document-bounds';
import type { DocumentKind } from './document-kind';
import { error } from './found';
import type { KeyedDocument } from './keyed-document';
import { parseDocument } from './parse-document';
import type { Problem } from './problem';

/** One document of an import, not yet read. */
export interface ImportItem {
  readonly kind: DocumentKind;
  readonly value: unknown;
}

/** A problem and the position in the import of the document it is about; null for the import as a whole. */
export interface ImportProblem {
  readonly index: number | null;
  readonly problem: Problem;
}

/** The documents that could be read, in order, and every problem. Of two with one kind and key the second is a problem. */
export function parseImport(items: readonly ImportItem[]): {
  readonly documents: readonly KeyedDocument[];
  readonly problems: readonly ImportProblem[];
} {
  if (items.length > MOST_DOCUMENTS) {
    const message = `An import takes at most ${MOST_DOCUMENTS} documents, these are ${items.length}.`;
    return { documents: [], problems: [{ index: null, problem: error('TOO_MANY_DOCUMENTS', '', message) }] };
  }
  const documents = new Map<string, KeyedDocument>();
  const problems: ImportProblem[] = [];
  items.forEach(({ kind, value }, index) => {
    const parsed = parseDocument(kind, value);
    const found = 'problems' in parsed ? parsed.problems : keep(documents, kind, parsed.document);
    problems.push(...found.map((problem) => ({ index, problem })));
  });
  return { documents: [...documents.values()], problems };
}

function keep(
  documents: Map<string, KeyedDocument>,
  kind: DocumentKind,
  document: KeyedDocument['document'],
): readonly Problem[] {
  const name = `${kind}/${document.key}`;
  if (documents.has(name)) {
    return [error('DUPLICATE_DOCUMENT', '/key', `The import holds two documents \`${name}\`.`, 'Keep one.')];
  }
  documents.set(name, { kind, key: document.key, document } as KeyedDocument);
  return [];
}
