/** Describes a check: one question asked of one document in the light of all others. */
import type { TemplateLanguage } from '../decisions/template-language';
import { documentSetOf, documentsOf } from '../documents/build-document-set';
import type { DocumentSet } from '../documents/document-set';
import type { KeyedDocument } from '../documents/keyed-document';
import type { Problem } from '../documents/problem';
import { buildFactCatalogue, type FactCatalogue } from '../facts/fact-catalogue';

/** What checks need beyond the documents. */
export interface CheckTools {
  /** Reads the texts that carry placeholders. */
  readonly templates: TemplateLanguage;
}

/** Everything a check may look at; built once, then asked about many documents. */
export interface CheckContext {
  readonly set: DocumentSet;
  readonly facts: FactCatalogue;
  readonly templates: TemplateLanguage;
  /** What a function makes of the whole set: worked out when first asked for, then remembered by the function. */
  derived<T>(derive: (set: DocumentSet) => T): T;
}

/** Looks at one document and returns every problem it sees; never throws. Kinds it has no question for get no problems. */
export type Check = (subject: KeyedDocument, context: CheckContext) => readonly Problem[];

/** Prepares a set for being checked. */
export function checkContext(set: DocumentSet, tools: CheckTools): CheckContext {
  const known = new Map<unknown, unknown>();
  return {
    set,
    facts: buildFactCatalogue(set),
    templates: tools.templates,
    derived: <T>(derive: (documents: DocumentSet) => T): T => {
      if (!known.has(derive)) known.set(derive, derive(set));
      return known.get(derive) as T;
    },
  };
}

/** The set with one document added, or put in the place of the one it replaces. */
export function withDocument(set: DocumentSet, subject: KeyedDocument): DocumentSet {
  return documentSetOf([...documentsOf(set), subject]);
}
