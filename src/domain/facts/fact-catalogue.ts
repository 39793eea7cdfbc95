/** Expands fact documents over the metrics into the facts a rule may name. */
import type { DocumentSet } from '../documents/document-set';
import type { FactDocument } from '../documents/kinds/fact-document';

/** A fact that a rule may name; `usage.*.ratio` has become `usage.seats.ratio`. */
export interface FactDefinition extends Omit<FactDocument, 'key'> {
  readonly name: string;
  /** The metric it belongs to; null for facts that are not about usage. */
  readonly metric: string | null;
}

/** Every fact by name, in ascending byte order. */
export type FactCatalogue = ReadonlyMap<string, FactDefinition>;

/** Builds the catalogue of a document set. A metric's own unit stands in for the unit `*`. */
export function buildFactCatalogue(documents: Pick<DocumentSet, 'fact' | 'metric'>): FactCatalogue {
  const metrics = [...documents.metric.values()];
  const definitions = [...documents.fact.values()].flatMap((fact) =>
    fact.key.includes('*')
      ? metrics.map((metric) => define(fact, fact.key.replace('*', metric.key), metric.key, metric.unit))
      : [define(fact, fact.key, null, null)],
  );
  return new Map(definitions.sort((a, b) => (a.name < b.name ? -1 : 1)).map((d) => [d.name, d]));
}

function define(
  fact: FactDocument,
  name: string,
  metric: string | null,
  unit: string | null,
): FactDefinition {
  const { key: _key, ...rest } = fact;
  return { ...rest, ...(rest.unit === '*' && unit !== null ? { unit } : {}), name, metric };
}
