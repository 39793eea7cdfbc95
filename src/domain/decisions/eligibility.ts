/** Decides whether an offer can be sold to an account at all: no ask and no policy lifts what is checked here. */
import type { OfferDocument } from '../documents/kinds/offer-document';
import { drop, type Candidate } from './candidate';
import type { SuppressedOffer } from './decision';
import { alreadyEntitled, notSoldOnPlan } from './entitlement';
import { priceOf } from './price';
import { regionBar } from './region';
import type { Situation } from './situation';

type Bar = Pick<SuppressedOffer, 'code' | 'message'>;
type Check = (situation: Situation, offer: OfferDocument) => Bar | undefined;

/** In the order in which the one code of an offer is chosen. */
const CHECKS: readonly Check[] = [
  retired,
  notYetValid,
  expired,
  unpaid,
  (situation, offer) => bar('ALREADY_ENTITLED', alreadyEntitled(situation, offer)),
  (situation, offer) =>
    bar('PRICE_NOT_APPROVED', notSoldOnPlan(situation, offer) ?? unpriced(situation, offer)),
  ({ account }, offer) => regionBar(offer, account),
];

/** The first reason why a candidate cannot be sold; undefined when it can. */
export function findIneligibility(situation: Situation, { offer }: Candidate): SuppressedOffer | undefined {
  for (const check of CHECKS) {
    const found = check(situation, offer.document);
    if (found !== undefined) return drop(offer.document.key, 'eligibility', found.code, found.message);
  }
  return undefined;
}

function bar(code: Bar['code'], message: string | undefined): Bar | undefined {
  return message === undefined ? undefined : { code, message };
}

function retired({ release }: Situation, offer: OfferDocument): Bar | undefined {
  if (offer.status === 'retired') return bar('OFFER_RETIRED', 'The offer is retired.');
  const plan = offer.plan === undefined ? undefined : release.documents.plan.get(offer.plan);
  return plan?.status === 'retired' ? bar('OFFER_RETIRED', `Plan ${plan.key} is retired.`) : undefined;
}

function notYetValid({ facts }: Situation, offer: OfferDocument): Bar | undefined {
  const early = facts.now < Date.parse(offer.validFrom);
  return early ? bar('OFFER_NOT_YET_VALID', `The offer is valid from ${offer.validFrom}.`) : undefined;
}

function expired({ facts }: Situation, { validUntil }: OfferDocument): Bar | undefined {
  const late = validUntil !== null && facts.now >= Date.parse(validUntil);
  return late ? bar('OFFER_EXPIRED', `The offer was valid until ${validUntil}.`) : undefined;
}

/** Paying customers, and for an offer to return those who once paid (requirement G5). */
function unpaid({ account }: Situation, offer: OfferDocument): Bar | undefined {
  if (account.status === 'PAYING') return undefined;
  if (account.status === 'CHURNED' && offer.kind === 'RETURN_OFFER') return undefined;
  return bar('NO_PAID_RELATIONSHIP', `The account's status is ${account.status}.`);
}

function unpriced({ release, account }: Situation, offer: OfferDocument): string | undefined {
  const answer = priceOf(release, offer, account);
  return 'reason' in answer ? answer.reason : undefined;
}
