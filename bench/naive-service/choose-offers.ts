/** Chooses the offers of one account from the rules that fired: what is sellable, not suppressed, best of its family. */
import type { OfferDocument } from '../../src/domain/documents/kinds/offer-document';
import type { PlanDocument } from '../../src/domain/documents/kinds/plan-document';
import type { PolicyDocument } from '../../src/domain/documents/kinds/policy-document';
import type { RuleOf } from '../../src/domain/documents/kinds/rule-document';
import type { Facts } from './account-facts';
import type { Fired } from './run-rules';
import type { AccountRow } from './tables';

/** What the choice is made from. */
export interface Question {
  readonly account: AccountRow;
  readonly facts: Facts;
  readonly fired: Fired;
  readonly plans: readonly PlanDocument[];
  readonly policy: PolicyDocument;
}

/** An offer with the rule that spoke for it and its price. */
export interface Chosen {
  readonly offer: OfferDocument;
  readonly rule: RuleOf<'recommend-offer'>;
  readonly score: number;
  readonly proposed: number;
  /** null for offers that do not replace the plan. */
  readonly current: number | null;
}

/** At most `first` offers, highest score first, one per family. */
export function chooseOffers(question: Question, offers: readonly OfferDocument[], first: number): Chosen[] {
  const found = offers
    .filter((offer) => isSellable(question, offer) && !isSuppressed(question, offer))
    .flatMap((offer) => bestRule(question, offer));
  found.sort((a, b) => b.score - a.score || (a.offer.key < b.offer.key ? -1 : 1));
  const families = new Set<string>();
  return found.filter(({ offer }) => isFirstOfFamily(families, familyOf(question, offer))).slice(0, first);
}

function isFirstOfFamily(families: Set<string>, family: string): boolean {
  const isFirst = !families.has(family);
  families.add(family);
  return isFirst;
}

function familyOf({ plans }: Question, offer: OfferDocument): string {
  return offer.family ?? plans.find(({ key }) => key === offer.plan)?.family ?? offer.key;
}

function isSellable(question: Question, offer: OfferDocument): boolean {
  const { account, fired, plans } = question;
  if (account.status !== 'PAYING' || offer.motion !== fired.motion || !isInForce(offer)) return false;
  if (!isSoldTo(account, offer)) return false;
  const from = plans.find(({ key }) => key === account.plan);
  return from !== undefined && (isStep(offer) ? isNextStep(question, offer, from) : isAddition(offer, from));
}

function isSoldTo(
  { country, region, plan }: AccountRow,
  { regions, availableOn = [] }: OfferDocument,
): boolean {
  const blocked = regions?.blocked ?? [];
  if (blocked.includes(country) || blocked.includes(region)) return false;
  return availableOn.length === 0 || availableOn.includes(plan);
}

function isInForce({ status, validFrom, validUntil }: OfferDocument): boolean {
  const now = Date.now();
  return (
    status !== 'retired' && now >= Date.parse(validFrom) && !(validUntil && now >= Date.parse(validUntil))
  );
}

function isStep({ kind }: OfferDocument): boolean {
  return kind === 'PLAN_UPGRADE' || kind === 'PLAN_DOWNGRADE';
}

function isNextStep({ plans }: Question, offer: OfferDocument, from: PlanDocument): boolean {
  const to = plans.find(({ key }) => key === offer.plan);
  if (to?.family !== from.family) return false;
  return offer.kind === 'PLAN_UPGRADE' ? to.tier > from.tier : to.tier < from.tier;
}

function isAddition(offer: OfferDocument, from: PlanDocument): boolean {
  if (offer.kind === 'RETURN_OFFER') return false;
  const features = offer.features ?? [];
  if (features.length > 0 && features.every((feature) => from.features.includes(feature))) return false;
  const metrics = Object.keys(offer.adds ?? {});
  return metrics.length === 0 || metrics.some((metric) => from.limits[metric] !== null);
}

function isSuppressed({ fired }: Question, offer: OfferDocument): boolean {
  return fired.suppressing.some(({ event: { params } }) => {
    const { offers, kinds, motions } = params;
    return (
      (!offers || offers.includes(offer.key)) &&
      (!kinds || kinds.includes(offer.kind)) &&
      (!motions || motions.includes(offer.motion))
    );
  });
}

function bestRule(question: Question, offer: OfferDocument): Chosen[] {
  const rules = question.fired.recommended.filter((rule) => rule.event.params.offer === offer.key);
  const price = priceOf(question, offer);
  if (price === null) return [];
  const scored = rules.map((rule) => ({ offer, rule, score: scoreOf(question, rule), ...price }));
  scored.sort(
    (a, b) => b.score - a.score || b.rule.priority - a.rule.priority || (a.rule.key < b.rule.key ? -1 : 1),
  );
  return scored.slice(0, 1);
}

function scoreOf({ facts, fired, policy }: Question, rule: RuleOf<'recommend-offer'>): number {
  const { signal, metric } = rule.event.params;
  const ratio = metric === undefined ? 0 : Number(facts[`usage.${metric}.ratio`] ?? 0);
  const { priority, urgency, readiness, signals } = policy.ranking;
  const terms = [
    rule.priority * priority,
    signals[signal] ?? 0,
    Math.min(2, ratio) * urgency,
    fired.readiness * readiness,
  ];
  return terms.reduce((sum, points) => sum + Math.round(points * 100) / 100, 0);
}

function priceOf(
  { account, plans }: Question,
  offer: OfferDocument,
): { proposed: number; current: number | null } | null {
  const priced = (holder: { prices: OfferDocument['prices'] } | undefined) =>
    holder?.prices.find(
      ({ currency, interval }) => currency === account.currency && interval === account.billingInterval,
    )?.minorUnits;
  const proposed = priced(offer.plan === undefined ? offer : plans.find(({ key }) => key === offer.plan));
  const current = isStep(offer) ? priced(plans.find(({ key }) => key === account.plan)) : null;
  return proposed === undefined || current === undefined ? null : { proposed, current };
}
