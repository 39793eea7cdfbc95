/** Turns the rows of one account into facts, as one would write it the first time. */
import type { PlanDocument } from '../../src/domain/documents/kinds/plan-document';
import type { MetricDocument } from '../../src/domain/documents/kinds/metric-document';
import type { AccountRow, UsageRow } from './tables';

const DAY_MS = 86_400_000;

/** Facts by dotted name. */
export type Facts = Record<string, unknown>;

const daysSince = (time: string) => Math.floor((Date.now() - Date.parse(time)) / DAY_MS);

const CONTEXT_FACTS = {
  'context.surface': 'IN_APP',
  'context.intent': 'NONE',
  'context.featureGated': false,
};

/** Every fact that the rules and texts of the benchmark look at. */
export function accountFacts(
  account: AccountRow,
  plans: readonly PlanDocument[],
  metrics: readonly MetricDocument[],
): Facts {
  const plan = plans.find(({ key }) => key === account.plan);
  const facts: Facts = {
    'account.name': account.name,
    'account.status': account.status,
    'account.segment': account.segment,
    'account.industry': account.industry,
    'account.country': account.country,
    'account.region': account.region,
    'account.billingInterval': account.billingInterval,
    'account.currency': account.currency,
    'account.plan': account.plan,
    'account.planName': plan?.name,
    'account.planTier': plan?.tier,
    'account.planFamily': plan?.family,
    'account.planIsBase': plan?.base ?? true,
    'account.features': plan?.features,
    'account.featuresUsed': Object.keys(account.featuresUsed).filter(
      (key) => daysSince(account.featuresUsed[key] ?? '') < 30,
    ),
    'account.daysPaid': daysSince(account.paidSince),
    'account.daysOnPlan': daysSince(account.planSince),
    'account.daysSinceChurn': account.churnedAt === null ? undefined : daysSince(account.churnedAt),
    'contract.term': account.contractTerm,
    'contract.renewsAt': account.renewsAt,
    'contract.daysToRenewal': Math.ceil((Date.parse(account.renewsAt) - Date.now()) / DAY_MS),
    ...healthFacts(account),
    'support.lastResolvedAt': account.lastSupportResolutionAt,
    ...CONTEXT_FACTS,
  };
  for (const [name, value] of Object.entries(account.attributes)) facts[`attributes.${name}`] = value;
  const lower = lowerTier(plan, plans);
  for (const usage of account.usage) addUsageFacts(facts, usage, plan, lower, metrics);
  return facts;
}

function healthFacts(account: AccountRow): Facts {
  return {
    'health.csat': account.csat,
    'health.sentiment': account.sentiment,
    'health.openEscalations': account.openEscalations,
    'health.billingIssue': Boolean(account.billingIssue),
    'health.churnRisk': account.churnRisk,
    'health.usageDropOff': Boolean(account.usageDropOff),
  };
}

function lowerTier(plan: PlanDocument | undefined, plans: readonly PlanDocument[]): PlanDocument | undefined {
  return plans
    .filter(({ family, tier, status }) => family === plan?.family && tier < plan.tier && status !== 'retired')
    .sort((a, b) => b.tier - a.tier)[0];
}

function addUsageFacts(
  facts: Facts,
  usage: UsageRow,
  plan: PlanDocument | undefined,
  lower: PlanDocument | undefined,
  metrics: readonly MetricDocument[],
): void {
  const name = `usage.${usage.metric}`;
  const limit = plan?.limits[usage.metric];
  const lowerLimit = lower?.limits[usage.metric];
  facts[`${name}.used`] = usage.used;
  if (usage.previous) facts[`${name}.trend`] = (usage.used - usage.previous) / usage.previous;
  if (metrics.find(({ key }) => key === usage.metric)?.sustainedRatio !== undefined) {
    facts[`${name}.sustainedDays`] = usage.sustainedSince === null ? 0 : daysSince(usage.sustainedSince);
  }
  if (lowerLimit) facts[`${name}.lowerTierRatio`] = usage.used / lowerLimit;
  if (typeof limit !== 'number') return;
  facts[`${name}.limit`] = limit;
  facts[`${name}.remaining`] = Math.max(0, limit - usage.used);
  facts[`${name}.over`] = Math.max(0, usage.used - limit);
  if (limit > 0) facts[`${name}.ratio`] = usage.used / limit;
}
