/** Lists every offer of a release in its place, so that none is forgotten when a decision sorts them. */
import type { DocumentSet } from '../documents/document-set';
import type { CompiledOffer } from './compiled-offer';
import type { Quarantined } from './compiled-release';
import type { CatalogueEntry } from './compiled-stages';

/** In ascending order of keys; offers that could not even be read are among them, without a compiled form. */
export function catalogueOf(
  documents: Pick<DocumentSet, 'offer'>,
  offers: ReadonlyMap<string, CompiledOffer>,
  quarantined: readonly Quarantined[],
): readonly CatalogueEntry[] {
  const unread = quarantined.filter(({ kind }) => kind === 'offer').map(({ key }) => key);
  const keys = [...new Set([...documents.offer.keys(), ...unread])].sort();
  return keys.map((key) => ({ key, offer: offers.get(key) }));
}
