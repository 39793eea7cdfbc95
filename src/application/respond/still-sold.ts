/** Decides whether the release in force still sells what was recommended, at the price that was named. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { listPriceOf } from '../../domain/decisions/price';
import type { OfferDocument } from '../../domain/documents/kinds/offer-document';
import type { RecommendationClaims } from '../ports';
import { noLongerAvailable } from './refusals';
import type { OfferNoLongerAvailable } from './response-results';

/** Null when it does; `now` is in milliseconds. */
export function noLongerSold(
  release: CompiledRelease,
  { offerKey, price }: RecommendationClaims,
  now: number,
): OfferNoLongerAvailable | null {
  const offer = release.offers.get(offerKey)?.document;
  if (offer === undefined || isRetired(release, offer))
    return noLongerAvailable(`The offer ${offerKey} is no longer in the catalogue.`);
  if (offer.validUntil !== null && Date.parse(offer.validUntil) <= now)
    return noLongerAvailable(`The offer ${offerKey} was valid until ${offer.validUntil}.`);
  const listed = listPriceOf(release, offer, price.currency, price.interval);
  if (listed === price.minorUnits) return null;
  return noLongerAvailable(`The price of ${offerKey} has changed since it was offered; ask for it anew.`);
}

function isRetired({ documents }: CompiledRelease, { status, plan }: OfferDocument): boolean {
  if (status === 'retired') return true;
  return plan !== undefined && documents.plan.get(plan)?.status !== 'active';
}
