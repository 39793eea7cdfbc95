/** Picks out of a release what an offer must rest on to be shown: its dates, its copy and its price. */
import type { DocumentSet } from '../documents/document-set';
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { Price } from '../documents/kinds/plan-document';

/** One offer of a release. Dates are milliseconds since the epoch. */
export interface PublishedOffer {
  readonly validFrom: number;
  /** Exclusive; Infinity without an end. */
  readonly validUntil: number;
  readonly treatments: ReadonlySet<string>;
  readonly prices: readonly Price[];
}

/** The active offers of a release by key. */
export interface PublishedOffers {
  /** RFC 3339, UTC, milliseconds. */
  readonly publishedAt: string;
  readonly offers: ReadonlyMap<string, PublishedOffer>;
}

/** Retired offers are left out. */
export function publishedOffers(
  publishedAt: string,
  documents: Pick<DocumentSet, 'offer' | 'plan'>,
): PublishedOffers {
  const active = [...documents.offer].filter(([, { status }]) => status === 'active');
  return {
    publishedAt,
    offers: new Map(active.map(([key, offer]) => [key, publishedOffer(offer, documents)])),
  };
}

function publishedOffer(offer: OfferDocument, { plan }: Pick<DocumentSet, 'plan'>): PublishedOffer {
  const prices = offer.plan === undefined ? offer.prices : (plan.get(offer.plan)?.prices ?? []);
  return {
    validFrom: Date.parse(offer.validFrom),
    validUntil: offer.validUntil === null ? Infinity : Date.parse(offer.validUntil),
    treatments: new Set(offer.treatments.map(({ key }) => key)),
    prices,
  };
}
