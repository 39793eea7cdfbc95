/** Pairs a document with its kind and key, and a finding with the document it is about. */
import type { DocumentKind } from './document-kind';
import type { DocumentOf } from './document-set';
import type { Problem } from './problem';

/** One document of some kind; the kind tells the type of the document. */
export type KeyedDocument = {
  readonly [K in DocumentKind]: { readonly kind: K; readonly key: string; readonly document: DocumentOf[K] };
}[DocumentKind];

/** A problem and the document it was found in. */
export interface Finding {
  readonly kind: DocumentKind;
  readonly key: string;
  readonly problem: Problem;
}

/** Ties problems to their document. */
export function findingsOf(
  { kind, key }: { readonly kind: DocumentKind; readonly key: string },
  problems: readonly Problem[],
): Finding[] {
  return problems.map((problem) => ({ kind, key, problem }));
}
