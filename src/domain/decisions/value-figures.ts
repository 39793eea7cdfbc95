/** Computes what an offer is worth from the account's own numbers (requirement O2). */
import type { OfferDocument, ValueCaseDefinition } from '../documents/kinds/offer-document';
import type { PlanDocument } from '../documents/kinds/plan-document';
import type { PriceChange } from './decision';
import type { Situation } from './situation';

type CaseOf<T extends ValueCaseDefinition['type']> = Extract<ValueCaseDefinition, { type: T }>;

/** Figures by name; money in integer minor units. `saving` is a month's. */
export type Figures = Readonly<Record<string, number>>;

const MONTHS_PER_YEAR = 12;
const MINUTES_PER_HOUR = 60;

/** The figures of an offer's value case; null when a number is not known or there is no gain to tell of. */
export function figuresOf(
  situation: Situation,
  offer: OfferDocument,
  definition: ValueCaseDefinition,
  price: PriceChange,
): Figures | null {
  const used = situation.facts.values.get(`usage.${definition.metric}.used`);
  if (typeof used !== 'number') return null;
  switch (definition.type) {
    case 'overage-saving':
      return overageSaving(situation, offer, { metric: definition.metric, used, price });
    case 'limit-lift':
      return limitLift(situation, offer, definition, used);
    case 'time-saved':
      return timeSaved(definition, used);
  }
}

interface OverageQuestion {
  readonly metric: string;
  readonly used: number;
  readonly price: PriceChange;
}

/** Overage now, less overage at the same volume on the offered plan, less what that plan costs more a month. */
function overageSaving(
  situation: Situation,
  offer: OfferDocument,
  question: OverageQuestion,
): Figures | null {
  const { metric, used, price } = question;
  const { plans, documents } = situation.release;
  const current = plans.planOf(situation.account);
  const offered = offer.plan === undefined ? current : documents.plan.get(offer.plan);
  const limit = plans.limitOn(current, situation.account, metric);
  const lifted = limitAfter(situation, offer, metric);
  const now = overage(current, metric, price.proposed.currency, used, limit);
  const then = overage(offered, metric, price.proposed.currency, used, lifted);
  if (now === undefined || then === undefined || typeof limit !== 'number') return null;
  const [overageNow, overageThen] = [Math.floor(now), Math.ceil(then)];
  const saving = overageNow - overageThen - monthlyPriceRise(price);
  return saving > 0 ? { used, limit, overageNow, overageThen, saving } : null;
}

/** Minor units a month; undefined when the limit or the rate is not known. */
function overage(
  plan: PlanDocument | undefined,
  metric: string,
  currency: string,
  used: number,
  limit: number | null | undefined,
): number | undefined {
  if (limit === undefined) return undefined;
  const over = limit === null ? 0 : Math.max(0, used - limit);
  if (over === 0) return 0;
  const rates = plan !== undefined && Object.hasOwn(plan.overage, metric) ? plan.overage[metric] : undefined;
  const rate = rates !== undefined && Object.hasOwn(rates, currency) ? rates[currency] : undefined;
  return rate === undefined ? undefined : over * rate;
}

function monthlyPriceRise({ difference, interval }: PriceChange): number {
  return interval === 'MONTH' ? difference.minorUnits : Math.ceil(difference.minorUnits / MONTHS_PER_YEAR);
}

/** `to` is left out where the offer makes the metric unlimited. */
function limitLift(
  situation: Situation,
  offer: OfferDocument,
  { metric }: CaseOf<'limit-lift'>,
  used: number,
): Figures | null {
  const { plans } = situation.release;
  const from = plans.limitOn(plans.planOf(situation.account), situation.account, metric);
  const to = limitAfter(situation, offer, metric);
  if (typeof from !== 'number' || to === undefined) return null;
  if (to === null) return { from, used };
  return to > from ? { from, to, used } : null;
}

function limitAfter(
  { release, account }: Situation,
  offer: OfferDocument,
  metric: string,
): number | null | undefined {
  const plan =
    offer.plan === undefined ? release.plans.planOf(account) : release.documents.plan.get(offer.plan);
  const limit = release.plans.limitOn(plan, account, metric);
  const added = Object.hasOwn(offer.adds, metric) ? (offer.adds[metric] ?? 0) : 0;
  return typeof limit === 'number' ? limit + added : limit;
}

/** Hours to one decimal, rounded down. */
function timeSaved({ minutesPerRun }: CaseOf<'time-saved'>, runs: number): Figures | null {
  const hours = Math.floor(((runs * minutesPerRun) / MINUTES_PER_HOUR) * 10) / 10;
  return hours > 0 ? { runs, minutesPerRun, hours } : null;
}
