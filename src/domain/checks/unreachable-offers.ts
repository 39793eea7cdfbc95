/** Warns of offers that nobody can ever be made. */
import type { DocumentSet } from '../documents/document-set';
import { warning } from '../documents/found';
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { PlanDocument } from '../documents/kinds/plan-document';
import type { Problem } from '../documents/problem';
import type { Check, CheckContext } from './check';

/** An active offer that no rule recommends, or whose plan no account can move to. */
export const unreachableOffers: Check = (subject, context) => {
  if (subject.kind !== 'offer' || subject.document.status === 'retired') return [];
  return [...unrecommended(subject.document, context), ...planProblems(subject.document, context)];
};

function unrecommended({ key }: OfferDocument, context: CheckContext): readonly Problem[] {
  if (context.derived(recommendedOffers).has(key)) return [];
  const message = 'No rule that is on recommends the offer: it is made to nobody.';
  return [
    warning('OFFER_UNREACHABLE', '', message, 'Write a rule with the event `recommend-offer`, or retire it.'),
  ];
}

/** By offer key. */
function recommendedOffers({ rule }: DocumentSet): ReadonlyMap<string, true> {
  const offers = new Map<string, true>();
  for (const { enabled, event } of rule.values())
    if (enabled && event.type === 'recommend-offer') offers.set(event.params.offer, true);
  return offers;
}

function planProblems(offer: OfferDocument, context: CheckContext): readonly Problem[] {
  const plan = offer.plan === undefined ? undefined : context.set.plan.get(offer.plan);
  if (plan === undefined) return [];
  if (plan.status === 'retired') return [outOfReach(`The plan \`${plan.key}\` is retired.`)];
  if (offer.kind !== 'PLAN_UPGRADE' && offer.kind !== 'PLAN_DOWNGRADE') return [];
  const isUp = offer.kind === 'PLAN_UPGRADE';
  const steps = stepsIn(context.derived(stepsByFamily).get(plan.family)).filter(
    ({ key, tier }) =>
      (isUp ? tier < plan.tier : tier > plan.tier) &&
      (offer.availableOn.length === 0 || offer.availableOn.includes(key)),
  );
  if (steps.length > 0) return [];
  const side = isUp ? 'lower' : 'higher';
  return [
    outOfReach(`No plan of a ${side} tier of the family \`${plan.family}\` is one that it is sold on.`),
  ];
}

type Step = Pick<PlanDocument, 'key' | 'tier'>;

/** Spelled out, since texts are the same when they say the same: offers are not judged anew for a plan's new price. */
function stepsByFamily({ plan }: DocumentSet): ReadonlyMap<string, string> {
  const steps = new Map<string, Step[]>();
  for (const { family, key, tier } of plan.values())
    steps.set(family, [...(steps.get(family) ?? []), { key, tier }]);
  return new Map([...steps].map(([family, inFamily]) => [family, JSON.stringify(inFamily)]));
}

function stepsIn(spelled: string | undefined): readonly Step[] {
  return spelled === undefined ? [] : (JSON.parse(spelled) as readonly Step[]);
}

function outOfReach(message: string): Problem {
  return warning('PLAN_OUT_OF_REACH', '/plan', message, 'Lead to another plan, or retire the offer.');
}
