/** Finds the approved list prices of an offer for one account (requirement O3). */
import type { Account } from '../accounts/account';
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { Price } from '../documents/kinds/plan-document';
import type { CompiledRelease } from './compiled-release';
import type { PriceChange } from './decision';

type Catalogue = Pick<CompiledRelease, 'documents' | 'plans'>;

/** Either the price or, in words, why the catalogue has none for this account. */
export type PriceAnswer = { readonly price: PriceChange } | { readonly reason: string };

/** In the account's own currency and billing interval; a plan change is priced against the plan it replaces. */
export function priceOf(catalogue: Catalogue, offer: OfferDocument, account: Account): PriceAnswer {
  const { currency, billingInterval: interval } = account;
  if (currency === undefined || interval === undefined) {
    return { reason: 'The account has no currency or billing interval.' };
  }
  const proposed = listPriceOf(catalogue, offer, currency, interval);
  if (proposed === undefined) return { reason: `The catalogue has no price in ${currency} per ${interval}.` };
  const current = replacesPlan(offer) ? currentPrice(catalogue, account, currency, interval) : 0;
  if (current === undefined)
    return { reason: `The present plan has no price in ${currency} per ${interval}.` };
  return {
    price: {
      current: replacesPlan(offer) ? { minorUnits: current, currency } : null,
      proposed: { minorUnits: proposed, currency },
      difference: { minorUnits: proposed - current, currency },
      interval,
    },
  };
}

/** The list price in minor units; undefined when the catalogue has none in this currency and interval. */
export function listPriceOf(
  catalogue: Pick<CompiledRelease, 'documents'>,
  offer: OfferDocument,
  currency: string,
  interval: Price['interval'],
): number | undefined {
  return listPrice(pricesOf(catalogue, offer), currency, interval);
}

/** Whether accepting ends what the account pays for its plan today. */
export function replacesPlan(offer: OfferDocument): boolean {
  return offer.kind === 'PLAN_UPGRADE' || offer.kind === 'PLAN_DOWNGRADE';
}

function pricesOf({ documents }: Pick<Catalogue, 'documents'>, offer: OfferDocument): readonly Price[] {
  return offer.plan === undefined ? offer.prices : (documents.plan.get(offer.plan)?.prices ?? []);
}

function currentPrice(
  { plans }: Catalogue,
  account: Account,
  currency: string,
  interval: Price['interval'],
): number | undefined {
  return listPrice(plans.planOf(account)?.prices ?? [], currency, interval);
}

function listPrice(
  prices: readonly Price[],
  currency: string,
  interval: Price['interval'],
): number | undefined {
  return prices.find((price) => price.currency === currency && price.interval === interval)?.minorUnits;
}
