/** Finds which documents two sets do not share, and says in words what is different about each. */
import { canonicalText } from '../documents/canonical-text';
import { DOCUMENT_KINDS, type DocumentKind } from '../documents/document-kind';
import type { DocumentOf, DocumentSet } from '../documents/document-set';
import { buildFactCatalogue } from '../facts/fact-catalogue';
import { changeWords } from './change-words';

type AnyDocument = DocumentOf[DocumentKind];

/** A document that one set has and the other has not, or has otherwise. */
export interface DocumentChange {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly change: 'ADDED' | 'CHANGED' | 'REMOVED';
  /** null where it was added. */
  readonly before: AnyDocument | null;
  /** null where it was removed. */
  readonly after: AnyDocument | null;
  /** A phrase for each difference, in the order of the document; empty for what was added or removed. */
  readonly words: readonly string[];
}

/** In the order of a release: by kind, then key. Documents whose canonical text is the same are the same. */
export function changesBetween(before: DocumentSet, after: DocumentSet): readonly DocumentChange[] {
  const units = unitsOf(before, after);
  return DOCUMENT_KINDS.flatMap((kind) =>
    keysOf(before[kind], after[kind]).flatMap((key) =>
      changeOf(kind, key, [before[kind].get(key), after[kind].get(key)], units),
    ),
  );
}

function keysOf(...sides: readonly ReadonlyMap<string, unknown>[]): readonly string[] {
  return [...new Set(sides.flatMap((side) => [...side.keys()]))].sort();
}

/** Units by fact name; the newer declaration counts. */
function unitsOf(...sets: readonly DocumentSet[]): ReadonlyMap<string, string> {
  const facts = sets.flatMap((set) => [...buildFactCatalogue(set).values()]);
  return new Map(facts.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit] as const])));
}

function changeOf(
  kind: DocumentKind,
  key: string,
  [before, after]: readonly [AnyDocument | undefined, AnyDocument | undefined],
  units: ReadonlyMap<string, string>,
): readonly DocumentChange[] {
  if (before === after) return [];
  if (before === undefined || after === undefined) {
    const change = before === undefined ? 'ADDED' : 'REMOVED';
    return [{ kind, key, change, before: before ?? null, after: after ?? null, words: [] }];
  }
  if (canonicalText(kind, before as never) === canonicalText(kind, after as never)) return [];
  return [{ kind, key, change: 'CHANGED', before, after, words: changeWords(before, after, units) }];
}
