/** Reads many documents at once: one that is broken never costs another. */
import { MOST_DOCUMENTS } from './document-bounds';
import { error } from './found';
import type { KeyedDocument } from './keyed-document';
import type { Problem } from './problem';

/** What became of one item. */
export type Reading = KeyedDocument | { readonly problems: readonly Problem[] };

/** A problem and the position of the item it is about; null for all of them together. */
export interface GatheringProblem {
  readonly index: number | null;
  readonly problem: Problem;
}

/**
 * The documents that could be read, in order, and every problem. Of two with one kind and key the second is a problem. More
 * than 5,000 items are refused before any is read.
 */
export function gatherDocuments<T>(
  items: readonly T[],
  read: (item: T) => Reading,
): { readonly documents: readonly KeyedDocument[]; readonly problems: readonly GatheringProblem[] } {
  if (items.length > MOST_DOCUMENTS) {
    const message = `At most ${MOST_DOCUMENTS} documents are taken at once, these are ${items.length}.`;
    return { documents: [], problems: [{ index: null, problem: error('TOO_MANY_DOCUMENTS', '', message) }] };
  }
  const documents = new Map<string, KeyedDocument>();
  const problems: GatheringProblem[] = [];
  items.forEach((item, index) => {
    const reading = read(item);
    const found = 'problems' in reading ? reading.problems : keep(documents, reading);
    problems.push(...found.map((problem) => ({ index, problem })));
  });
  return { documents: [...documents.values()], problems };
}

function keep(documents: Map<string, KeyedDocument>, document: KeyedDocument): readonly Problem[] {
  const name = `${document.kind}/${document.key}`;
  if (documents.has(name)) {
    return [error('DUPLICATE_DOCUMENT', '/key', `There are two documents \`${name}\`.`, 'Keep one.')];
  }
  documents.set(name, document);
  return [];
}
