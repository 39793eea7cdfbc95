/** Answers, from indexes built once per release, what plans and add-ons bring an account. */
import type { Account } from '../accounts/account';
import type { DocumentSet } from '../documents/document-set';
import type { OfferDocument } from '../documents/kinds/offer-document';
import type { PlanDocument } from '../documents/kinds/plan-document';

/** Plans and offers as facts, prices and value cases look at them. */
export class PlanIndex {
  /** Whether more than one plan is active, so that there is something to upgrade to. */
  readonly hasTiers: boolean;
  private readonly lowerTiers: ReadonlyMap<string, PlanDocument>;
  private readonly soldFeatures: ReadonlySet<string>;
  private readonly ownFeatures: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly documents: Pick<DocumentSet, 'plan' | 'offer'>) {
    const active = [...documents.plan.values()].filter((plan) => plan.status === 'active');
    this.hasTiers = active.length > 1;
    this.ownFeatures = new Map([...documents.plan].map(([key, plan]) => [key, eachOnce(plan.features)]));
    this.lowerTiers = lowerTiersOf([...documents.plan.values()], active);
    this.soldFeatures = new Set([
      ...active.flatMap((plan) => plan.features),
      ...[...documents.offer.values()].filter(sellsFeatures).flatMap((offer) => offer.features),
    ]);
  }

  /** The account's plan; undefined without one, or when the catalogue does not hold it. Retired plans are honoured. */
  planOf(account: Account): PlanDocument | undefined {
    return account.plan === undefined ? undefined : this.documents.plan.get(account.plan);
  }

  /** The next lower active plan of the same family; undefined for the lowest. */
  lowerTier(plan: PlanDocument): PlanDocument | undefined {
    return this.lowerTiers.get(plan.key);
  }

  /** Features of the plan and of every add-on, each once, in ascending order; undefined when the plan is not known. */
  featuresOf(account: Account): readonly string[] | undefined {
    const plan = this.planOf(account);
    if (plan === undefined) return undefined;
    const addOns = account.addOns ?? [];
    if (addOns.length === 0) return this.ownFeatures.get(plan.key);
    const added = addOns.flatMap((key) => [
      ...(this.documents.offer.get(key)?.features ?? []),
      ...(this.documents.plan.get(key)?.features ?? []),
    ]);
    return eachOnce([...plan.features, ...added]);
  }

  /** Units that the account's CAPACITY add-ons put on top of a plan's limit. */
  capacityOf(account: Account, metric: string): number {
    let units = 0;
    for (const key of account.addOns ?? []) {
      const offer = this.documents.offer.get(key);
      if (offer?.kind === 'CAPACITY') units += unitsAdded(offer, metric);
    }
    return units;
  }

  /** The limit an account has or would have on a plan, capacity included; null is unlimited, undefined not known. */
  limitOn(plan: PlanDocument | undefined, account: Account, metric: string): number | null | undefined {
    if (plan === undefined || !Object.hasOwn(plan.limits, metric)) return undefined;
    const limit = plan.limits[metric];
    return typeof limit === 'number' ? limit + this.capacityOf(account, metric) : limit;
  }

  /** Whether some active plan, add-on or cross-sell brings a feature. */
  isSold(feature: string): boolean {
    return this.soldFeatures.has(feature);
  }
}

function eachOnce(features: readonly string[]): readonly string[] {
  return [...new Set(features)].sort();
}

function unitsAdded(offer: OfferDocument, metric: string): number {
  return Object.hasOwn(offer.adds, metric) ? (offer.adds[metric] ?? 0) : 0;
}

function sellsFeatures(offer: OfferDocument): boolean {
  return offer.status === 'active' && (offer.kind === 'ADD_ON' || offer.kind === 'CROSS_SELL');
}

function lowerTiersOf(
  plans: readonly PlanDocument[],
  active: readonly PlanDocument[],
): ReadonlyMap<string, PlanDocument> {
  const lower = new Map<string, PlanDocument>();
  for (const plan of plans) {
    const below = active.filter((other) => other.family === plan.family && other.tier < plan.tier);
    const next = below.sort((a, b) => b.tier - a.tier || (a.key < b.key ? -1 : 1))[0];
    if (next !== undefined) lower.set(plan.key, next);
  }
  return lower;
}
