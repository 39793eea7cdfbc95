/** Decides whether an account already has what an offer brings, or could not buy it on its plan. */
import type { Account } from '../accounts/account';
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { CompiledOffer } from './compiled-offer';
import { replacesPlan } from './price';
import type { Situation } from './situation';

/** In words what the account already has; undefined when the offer would bring it something. */
export function alreadyEntitled(situation: Situation, offer: CompiledOffer): string | undefined {
  const { account, release } = situation;
  const { key, kind, motion } = offer.document;
  if (motion === 'UPSELL' && !release.plans.hasTiers) {
    return 'The catalogue holds a single plan: there is nothing to upgrade to.';
  }
  if (kind === 'RETURN_OFFER') {
    return account.status === 'CHURNED' ? undefined : 'The account has not left.';
  }
  if (account.addOns?.includes(key) === true) return 'The account has bought it.';
  return replacesPlan(offer.document) ? noStep(situation, offer) : hasAlready(situation, offer.document);
}

/** In words why it is not sold to accounts on this plan; undefined when it is. */
export function notSoldOnPlan(
  { release, account }: Situation,
  { document: offer, target }: CompiledOffer,
): string | undefined {
  const from = release.plans.planOf(account);
  if (offer.kind !== 'RETURN_OFFER' && from === undefined) {
    return `The catalogue does not hold the account's plan (${planName(account)}).`;
  }
  const sold = offer.availableOn.length === 0 || offer.availableOn.includes(account.plan ?? '');
  if (!sold) return `It is sold on ${offer.availableOn.join(', ')}; the account is on ${planName(account)}.`;
  if (!replacesPlan(offer)) return undefined;
  if (from !== undefined && from.family === target?.family) return undefined;
  return `It is a step within the family ${target?.family ?? 'of its plan'}; the account is on ${planName(account)}.`;
}

/** A change within a family must lead up (or down); other families are left to the check of where it is sold. */
function noStep(
  { release, account }: Situation,
  { document, target: to }: CompiledOffer,
): string | undefined {
  const from = release.plans.planOf(account);
  if (from === undefined || to === undefined || from.family !== to.family) return undefined;
  const steps = document.kind === 'PLAN_UPGRADE' ? to.tier - from.tier : from.tier - to.tier;
  return steps > 0
    ? undefined
    : `The account is on ${from.key} (tier ${from.tier}); the offer leads to tier ${to.tier}.`;
}

function hasAlready({ release, account }: Situation, offer: OfferDocument): string | undefined {
  const { plan } = offer;
  if (plan !== undefined && (account.plan === plan || account.addOns?.includes(plan) === true)) {
    return `The account has plan ${plan}.`;
  }
  const had = release.plans.featuresOf(account) ?? [];
  const hasAll = offer.features.length > 0 && offer.features.every((feature) => had.includes(feature));
  return hasAll
    ? `The account has ${offer.features.join(', ')}.`
    : unlimitedAlready(release.plans, account, offer);
}

function unlimitedAlready(
  plans: Situation['release']['plans'],
  account: Account,
  offer: OfferDocument,
): string | undefined {
  const metrics = Object.keys(offer.adds);
  const plan = plans.planOf(account);
  const unlimited = metrics.filter((metric) => plans.limitOn(plan, account, metric) === null);
  return metrics.length > 0 && unlimited.length === metrics.length
    ? `The account's ${unlimited.join(', ')} are unlimited.`
    : undefined;
}

function planName(account: Account): string {
  return account.plan ?? 'no plan';
}
