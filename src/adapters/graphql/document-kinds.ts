/** Translates kinds of documents between the domain's words and the API's. */
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { DOCUMENT_KIND_WORDS } from './enums';

/** A kind as the API names it. */
export type KindWord = (typeof DOCUMENT_KIND_WORDS)[number];

/** The kind behind a word of the API. */
export function kindOf(word: KindWord): DocumentKind {
  return word === 'RULE_TEST' ? 'test' : (word.toLowerCase() as Exclude<DocumentKind, 'test'>);
}

/** The word of the API for a kind. */
export function wordOf(kind: DocumentKind): KindWord {
  return kind === 'test' ? 'RULE_TEST' : (kind.toUpperCase() as KindWord);
}
