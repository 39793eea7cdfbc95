/** Answers one question of the plain service: reads everything through repositories, evaluates, chooses, words. */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { AudienceDocument } from '../../src/domain/documents/kinds/audience-document';
import type { MetricDocument } from '../../src/domain/documents/kinds/metric-document';
import type { OfferDocument, Treatment } from '../../src/domain/documents/kinds/offer-document';
import type { PlanDocument } from '../../src/domain/documents/kinds/plan-document';
import type { PolicyDocument } from '../../src/domain/documents/kinds/policy-document';
import type { RuleDocument } from '../../src/domain/documents/kinds/rule-document';
import { accountFacts } from './account-facts';
import { type Chosen, chooseOffers, type Question } from './choose-offers';
import { fillText } from './fill-text';
import { runRules } from './run-rules';
import { type AccountRow, Accounts, Documents, type Kind } from './tables';

/** The decision in the shape of the schema; throws for an account that does not exist. */
export async function recommend(source: DataSource, accountId: string, first: number): Promise<object> {
  const account = await source
    .getRepository(Accounts)
    .findOne({ where: { id: accountId }, relations: { usage: true } });
  if (account === null) throw new Error(`No account ${accountId}`);
  const plans = await all<PlanDocument>(source, 'plan');
  const metrics = await all<MetricDocument>(source, 'metric');
  const [policy] = await all<PolicyDocument>(source, 'policy');
  if (policy === undefined) throw new Error('No policy');
  const facts = accountFacts(account, plans, metrics);
  const rules = await all<RuleDocument>(source, 'rule');
  const fired = await runRules(rules, await all<AudienceDocument>(source, 'audience'), facts);
  const question: Question = { account, facts, fired, plans, policy };
  const chosen = chooseOffers(question, await all<OfferDocument>(source, 'offer'), first);
  return {
    id: randomUUID(),
    accountId,
    motion: fired.motion,
    offers: chosen.map((offer, index) => present(question, offer, index + 1, metrics)),
  };
}

async function all<T>(source: DataSource, kind: Kind): Promise<T[]> {
  const rows = await source.getRepository(Documents[kind]).find();
  return rows.map(({ body }) => body as T);
}

function present(
  question: Question,
  chosen: Chosen,
  rank: number,
  metrics: readonly MetricDocument[],
): object {
  const { account, policy } = question;
  const { offer, rule, score } = chosen;
  const { signal, whyShown = '' } = rule.event.params;
  const trigger = triggerOf(question, rule.event.params.metric, metrics);
  const values = placeholders(question, chosen, trigger);
  const treatment = treatmentOf(account.id, offer);
  const { title, body } = treatment.signals?.[signal] ?? treatment;
  return {
    id: randomUUID(),
    offerKey: offer.key,
    kind: offer.kind,
    rank,
    score,
    signal,
    title: fillText(title, values, account.currency),
    body: fillText(body, values, account.currency),
    acceptLabel: treatment.acceptLabel,
    declineLabel: treatment.declineLabel,
    treatment: treatment.key,
    whyShown: fillText(whyShown, values, account.currency),
    closeMode: policy.closeMode[account.segment] ?? policy.closeMode['*'],
    trigger,
    price: priceChange(account, chosen),
  };
}

function treatmentOf(accountId: string, { key, treatments }: OfferDocument): Treatment {
  const treatment = treatments[accountId.charCodeAt(accountId.length - 1) % treatments.length];
  if (treatment === undefined) throw new Error(`Offer ${key} has no treatment`);
  return treatment;
}

function placeholders(
  { facts, plans }: Question,
  { offer, proposed, current }: Chosen,
  trigger: object | null,
): Record<string, unknown> {
  return {
    ...facts,
    ...Object.fromEntries(Object.entries(trigger ?? {}).map(([name, value]) => [`trigger.${name}`, value])),
    'price.current': current,
    'price.proposed': proposed,
    'price.difference': proposed - (current ?? 0),
    'plan.name': plans.find(({ key }) => key === offer.plan)?.name,
  };
}

function priceChange({ currency, billingInterval }: AccountRow, { current, proposed }: Chosen): object {
  return {
    current: current === null ? null : { minorUnits: current, currency },
    proposed: { minorUnits: proposed, currency },
    difference: { minorUnits: proposed - (current ?? 0), currency },
    interval: billingInterval,
  };
}

function triggerOf(
  { facts }: Question,
  metric: string | undefined,
  metrics: readonly MetricDocument[],
): object | null {
  if (metric === undefined) return null;
  return {
    metric,
    unit: metrics.find(({ key }) => key === metric)?.unit ?? '',
    used: facts[`usage.${metric}.used`],
    limit: facts[`usage.${metric}.limit`],
    ratio: facts[`usage.${metric}.ratio`],
  };
}
