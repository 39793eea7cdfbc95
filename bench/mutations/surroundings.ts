/** Tells what else a member could have said: other facts, keys and words of the shipped documents. */
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { buildFactCatalogue, type FactDefinition } from '../../src/domain/facts/fact-catalogue';
import { neighbours } from './edit';

/** What editing one document looks at. */
export interface Surroundings {
  readonly documents: DocumentSet;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  /** Offers of motions that no rule assigns: they are made to nobody, so that their terms and words decide nothing yet. */
  readonly dormantOffers: ReadonlySet<string>;
}

/** Reads them once for all documents. */
export function surroundingsOf(documents: DocumentSet): Surroundings {
  return {
    documents,
    facts: buildFactCatalogue(documents),
    dormantOffers: dormantOffers(documents),
  };
}

function dormantOffers({ rule, offer }: DocumentSet): ReadonlySet<string> {
  const motions = [...rule.values()].flatMap(({ enabled, event }) =>
    enabled && event.type === 'assign-motion' ? [event.params.motion] : [],
  );
  const dormant = [...offer.values()].filter(({ motion }) => !motions.includes(motion));
  return new Set(dormant.map(({ key }) => key));
}

/** Facts of the same type that an author could take for this one: of another metric, or beside it under the same source. */
export function otherFacts({ facts }: Surroundings, name: string): readonly string[] {
  const fact = facts.get(name);
  if (fact === undefined) return [];
  const alike = [...facts.values()].filter(
    ({ type, source }) => type === fact.type && source === fact.source,
  );
  const measure = name.split('.').at(-1);
  const overMetrics = alike.filter(
    ({ metric, name: other }) => metric !== null && other.split('.').at(-1) === measure,
  );
  const beside = alike.filter(({ metric }) => metric === fact.metric);
  const near = [overMetrics, beside].flatMap((group) =>
    neighbours(
      group.map((other) => other.name),
      name,
    ).slice(0, 1),
  );
  return [...new Set(near)];
}
