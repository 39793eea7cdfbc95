/** Chooses the wording an account sees: always the same one for the same offer (requirement E1). */
import type { OfferDocument, Treatment } from '../documents/kinds/offer-document';
import { stickyShare } from './sticky-share';

/** The account's treatment, by weight. Where all weights are zero the first one serves. */
export function treatmentOf(offer: Pick<OfferDocument, 'key' | 'treatments'>, accountId: string): Treatment {
  if (offer.treatments.length === 1) return firstOf(offer);
  const total = offer.treatments.reduce((sum, { weight }) => sum + weight, 0);
  let rest = stickyShare(offer.key, accountId) * total;
  for (const treatment of offer.treatments) {
    if (rest < treatment.weight) return treatment;
    rest -= treatment.weight;
  }
  return firstOf(offer);
}

function firstOf(offer: Pick<OfferDocument, 'key' | 'treatments'>): Treatment {
  const first = offer.treatments[0];
  if (first === undefined)
    throw new Error(`Offer ${offer.key} has no treatment although its schema demands one.`);
  return first;
}
