/** Decides whether an offer can be sold to an account at all: no ask and no policy lifts what is checked here. */
import type { OfferDocument } from '../documents/kinds/offer-document';
import { drop, type Candidate } from './candidate';
import type { CompiledOffer } from './compiled-offer';
import type { SuppressedOffer } from './decision';
import { alreadyEntitled, notSoldOnPlan } from './entitlement';
import { priceOf } from './price';
import { regionBar } from './region';
import type { Situation } from './situation';

type Bar = Pick<SuppressedOffer, 'code' | 'message'>;

/** The first reason why a candidate cannot be sold; undefined when it can. */
export function findIneligibility(situation: Situation, { offer }: Candidate): SuppressedOffer | undefined {
  const { key } = offer.document;
  const found = offTheMarket(situation, offer) ?? notForAccount(situation, offer);
  return found === undefined ? undefined : drop(key, 'eligibility', found.code, found.message);
}

/** In the order in which the one code of an offer is chosen: first why nobody can be sold it. */
function offTheMarket({ facts: { now } }: Situation, offer: CompiledOffer): Bar | undefined {
  return retired(offer) ?? notYetValid(offer, now) ?? expired(offer, now);
}

/** Then why this account can't, in their order. */
function notForAccount(situation: Situation, offer: CompiledOffer): Bar | undefined {
  const { account } = situation;
  return (
    unpaid(situation, offer.document) ??
    bar('ALREADY_ENTITLED', alreadyEntitled(situation, offer)) ??
    bar('PRICE_NOT_APPROVED', notSoldOnPlan(situation, offer) ?? unpriced(situation, offer)) ??
    regionBar(offer.document, account)
  );
}

function bar(code: Bar['code'], message: string | undefined): Bar | undefined {
  return message === undefined ? undefined : { code, message };
}

function retired({ document, target }: CompiledOffer): Bar | undefined {
  if (document.status === 'retired') return bar('OFFER_RETIRED', 'The offer is retired.');
  return target?.status === 'retired' ? bar('OFFER_RETIRED', `Plan ${target.key} is retired.`) : undefined;
}

function notYetValid({ document, validFrom }: CompiledOffer, now: number): Bar | undefined {
  if (!(now < validFrom)) return undefined;
  return bar('OFFER_NOT_YET_VALID', `The offer is valid from ${document.validFrom}.`);
}

function expired({ document, validUntil }: CompiledOffer, now: number): Bar | undefined {
  if (!(now >= validUntil)) return undefined;
  return bar('OFFER_EXPIRED', `The offer was valid until ${document.validUntil}.`);
}

/** Paying customers, and for an offer to return those who once paid (requirement G5). */
function unpaid({ account }: Situation, offer: OfferDocument): Bar | undefined {
  if (account.status === 'PAYING') return undefined;
  if (account.status === 'CHURNED' && offer.kind === 'RETURN_OFFER') return undefined;
  return bar('NO_PAID_RELATIONSHIP', `The account's status is ${account.status}.`);
}

function unpriced({ release, account }: Situation, offer: CompiledOffer): string | undefined {
  const answer = priceOf(release, offer.document, account);
  return 'reason' in answer ? answer.reason : undefined;
}
