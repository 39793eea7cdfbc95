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

/** What is known of a whole set by key; the function stands for its answer, so it must be declared once. */
export type Derivation<Value> = (set: DocumentSet) => ReadonlyMap<string, Value>;

/** Everything a check may look at; built once, then asked about many documents. */
export interface CheckContext {
  readonly set: DocumentSet;
  readonly facts: FactCatalogue;
  readonly templates: TemplateLanguage;
  /** What a function makes of the whole set: worked out when first asked for, then remembered by the function. */
  derived<Value>(derive: Derivation<Value>): ReadonlyMap<string, Value>;
}

/**
 * Looks at one document and returns every problem it sees; never throws. Kinds it has no question for get no problems. It
 * depends on the document and on what it asks of the context, on nothing else.
 */
export type Check = (subject: KeyedDocument, context: CheckContext) => readonly Problem[];

/** Prepares a set for being checked. */
export function checkContext(set: DocumentSet, tools: CheckTools): CheckContext {
  const known = new Map<Derivation<unknown>, ReadonlyMap<string, unknown>>();
  return {
    set,
    facts: buildFactCatalogue(set),
    templates: tools.templates,
    derived: <Value>(derive: Derivation<Value>) => {
      const before = known.get(derive) ?? derive(set);
      known.set(derive, before);
      return before as ReadonlyMap<string, Value>;
    },
  };
}

/** The set with one document added, or put in the place of the one it replaces. */
export function withDocument(set: DocumentSet, subject: KeyedDocument): DocumentSet {
  return documentSetOf([...documentsOf(set), subject]);
}
