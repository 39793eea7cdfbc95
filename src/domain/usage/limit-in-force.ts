/** Finds what 100 % of a metric is for one account, and which thresholds watch it. */
import type { Account } from '../accounts/account';
import type { DocumentSet } from '../documents/document-set';
import type { Threshold } from '../documents/kinds/plan-document';

/** The limit an account is held to right now. */
export interface LimitInForce {
  /** Key of the plan; null when the account has none. */
  readonly plan: string | null;
  /** Units; null when unlimited or unknown. */
  readonly limit: number | null;
  readonly thresholds: readonly Threshold[];
}

/** Units that the account's capacity add-ons add to the limit of one metric. */
function capacityAdded(account: Account, metric: string, offers: DocumentSet['offer']): number {
  const adds = (account.addOns ?? []).map((key) => {
    const offer = offers.get(key);
    return offer?.kind === 'CAPACITY' ? (offer.adds[metric] ?? 0) : 0;
  });
  return adds.reduce((sum, units) => sum + units, 0);
}

/** The plan's limit and thresholds for one metric, capacity add-ons included. Without a known plan there are none. */
export function limitInForce(
  account: Account,
  metric: string,
  documents: Pick<DocumentSet, 'plan' | 'offer'>,
): LimitInForce {
  const plan = documents.plan.get(account.plan ?? '');
  if (plan === undefined) return { plan: account.plan ?? null, limit: null, thresholds: [] };
  const limit = plan.limits[metric] ?? null;
  return {
    plan: plan.key,
    limit: limit === null ? null : limit + capacityAdded(account, metric, documents.offer),
    thresholds: plan.thresholds[metric] ?? [],
  };
}
