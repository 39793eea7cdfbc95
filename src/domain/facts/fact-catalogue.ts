/** Expands fact documents over the metrics into the facts a rule may name. */
import { remembered } from '../collections/remembered';
import type { DocumentSet } from '../documents/document-set';
import type { FactDocument } from '../documents/kinds/fact-document';
import type { MetricDocument } from '../documents/kinds/metric-document';

/** A fact that a rule may name; `usage.*.ratio` has become `usage.seats.ratio`. */
export interface FactDefinition extends Omit<FactDocument, 'key'> {
  readonly name: string;
  /** The metric it belongs to; null for facts that are not about usage. */
  readonly metric: string | null;
}

/** Every fact by name, in ascending byte order. */
export type FactCatalogue = ReadonlyMap<string, FactDefinition>;

/**
 * Builds the catalogue of a document set. A metric's own unit stands in for the unit `*`. While the documents behind a
 * definition are the same objects, so is the definition.
 */
export function buildFactCatalogue(documents: Pick<DocumentSet, 'fact' | 'metric'>): FactCatalogue {
  const metrics = [...documents.metric.values()];
  const definitions = [...documents.fact.values()].flatMap((fact) =>
    fact.key.includes('*') ? metrics.map(definitionsOverMetrics(fact)) : [plainDefinition(fact)],
  );
  return new Map(definitions.sort((a, b) => (a.name < b.name ? -1 : 1)).map((d) => [d.name, d]));
}

const plainDefinition = remembered((fact: FactDocument) => define(fact, fact.key, null, null));

const definitionsOverMetrics = remembered((fact: FactDocument) =>
  remembered(({ key, unit }: MetricDocument) => define(fact, fact.key.replace('*', key), key, unit)),
);

function define(
  fact: FactDocument,
  name: string,
  metric: string | null,
  unit: string | null,
): FactDefinition {
  const { key: _key, ...rest } = fact;
  return { ...rest, ...(rest.unit === '*' && unit !== null ? { unit } : {}), name, metric };
}
