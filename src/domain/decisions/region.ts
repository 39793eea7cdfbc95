/** Decides whether an offer may be made where the account is (requirement R6). */
import type { Account } from '../accounts/account';
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { SuppressedOffer } from './decision';

/** What bars an offer: a blocked place, or a place that would have to be known. */
export type RegionBar = Pick<SuppressedOffer, 'code' | 'message'>;

/** Undefined when the place is known well enough to say that it is not blocked. */
export function regionBar({ regions }: OfferDocument, account: Account): RegionBar | undefined {
  const { blocked } = regions;
  if (blocked.length === 0) return undefined;
  const { region } = account;
  const country = account.country ?? region?.split('-')[0];
  const places = [region, country].filter((place) => place !== undefined);
  const hit = places.find((place) => blocked.includes(place));
  if (hit !== undefined) return { code: 'REGION_BLOCKED', message: `It is blocked in ${hit}.` };
  if (country === undefined) return missing('account.country', blocked);
  const regional = blocked.some((place) => place.startsWith(`${country}-`));
  return regional && region === undefined ? missing('account.region', blocked) : undefined;
}

function missing(fact: string, blocked: readonly string[]): RegionBar {
  return {
    code: 'FACT_MISSING',
    message: `It is blocked in ${blocked.join(', ')}, and \`${fact}\` is not known.`,
  };
}
