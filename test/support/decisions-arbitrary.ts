/** Draws random accounts, questions and rule sets for property tests of decisions. */
import fc from 'fast-check';
import type { Account } from '../../src/domain/accounts/account';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import type { DecisionContext } from '../../src/domain/decisions/decision';
import type { UsageMatrix } from '../../src/domain/usage/usage-matrix';
import { anAccount, daysAgo, used } from './decisions-account';
import { offer, policy, recommend, rule, treatment, when, type Draft, type Input } from './decisions-release';

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 9 });

/** The first value mostly, each of the others now and then. */
function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  const rare = others.map((value) => ({ arbitrary: fc.constant(value), weight: 1 }));
  return fc.oneof({ arbitrary: fc.constant(usual), weight: 6 }, ...rare);
}

const health = fc.record({
  csat: optional(mostly(5, 1, 2.9, 3)),
  asOf: optional(mostly(daysAgo(1), daysAgo(40))),
});

const account = fc.record({
  id: fc.stringMatching(/^[a-z]{1,6}$/),
  status: mostly<Account['status']>('PAYING', 'LEAD', 'TRIAL', 'CHURNED'),
  plan: optional(mostly('starter', 'growth', 'gone')),
  currency: optional(mostly('USD', 'CHF')),
  region: optional(mostly('US-CA', 'US-NY')),
  paidSince: optional(mostly(daysAgo(500), daysAgo(90), daysAgo(91))),
  industry: fc.constantFrom('healthcare', 'retail', undefined),
  health: optional(health),
});

/** Accounts of every sort: gaps, stale health, unknown plans, near and far from their limits. */
export const snapshots: fc.Arbitrary<AccountSnapshot> = fc
  .tuple(account, optional(fc.integer({ min: 4, max: 12 })), mostly(daysAgo(0.1), daysAgo(8)))
  .map(([members, seats, asOf]) => ({
    account: anAccount(members),
    usage: usageOf(seats, asOf),
    activity: {},
    version: 1,
  }));

function usageOf(seats: number | undefined, asOf: string): UsageMatrix {
  return seats === undefined ? {} : { seats: used(seats, { asOf }) };
}

/** Questions from every surface and of every intent. */
export const contexts: fc.Arbitrary<DecisionContext> = fc.record({
  surface: fc.constantFrom('IN_APP' as const, 'SUPPORT_CHAT' as const),
  intent: mostly<DecisionContext['intent']>(
    undefined,
    'EXPLICIT_ASK',
    'EXPLICIT_ASK',
    'GATED_FEATURE',
    'UNRELATED',
  ),
  feature: optional(fc.constantFrom('sso', 'reports')),
});

const ADD_ON: Partial<Input<'offer'>> = {
  kind: 'ADD_ON',
  plan: undefined,
  features: ['sso'],
  prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 900 }],
  treatments: [{ ...treatment('plain', 1), body: 'More.' }],
};

/** Offers of several kinds and families. */
export const OFFERS: Input<'offer'>[] = [
  offer('growth-plan', {
    regions: { blocked: ['US-NY'] },
    treatments: [treatment('a', 3), treatment('b', 1)],
  }),
  offer('growth-later', { motion: 'RENEWAL' }),
  offer('sso-add-on', ADD_ON),
  offer('old', { status: 'retired' }),
];

const guard = (
  key: string,
  code: 'TENURE_TOO_SHORT' | 'HEALTH_RED',
  conditions: Input<'rule'>['conditions'],
) => rule(key, conditions, { type: 'suppress', params: { code } });

/** Rules of every stage that decisions of these tests are drawn from. */
export const RULES: Input<'rule'>[] = [
  rule('seat-limit', when('usage.seats.ratio', 'greaterThanInclusive', 0.8), recommend('growth-plan')),
  rule('seat-limit-later', when('usage.seats.ratio', 'greaterThanInclusive', 0.8), recommend('growth-later')),
  rule('old', when('usage.seats.ratio', 'greaterThanInclusive', 0.5), recommend('old')),
  rule(
    'gated',
    when('context.featureGated', 'equal', true),
    recommend('sso-add-on', { signal: 'GATED_FEATURE' }),
  ),
  ...['growth-plan', 'sso-add-on'].map((key) =>
    rule(
      `asked-${key}`,
      when('context.intent', 'equal', 'EXPLICIT_ASK'),
      recommend(key, { signal: 'EXPLICIT_ASK' }),
    ),
  ),
  guard('tenure', 'TENURE_TOO_SHORT', when('account.daysPaid', 'lessThanInclusive', 90)),
  guard('csat', 'HEALTH_RED', when('health.csat', 'lessThan', 3)),
  rule('upsell', when('account.plan', 'equal', 'starter'), {
    type: 'assign-motion',
    params: { motion: 'UPSELL' },
  }),
  rule('renewal', when('account.industry', 'equal', 'retail'), {
    type: 'assign-motion',
    params: { motion: 'RENEWAL' },
  }),
  rule('satisfied', when('health.csat', 'greaterThan', 4), { type: 'score', params: { points: 30 } }),
];

/** The whole draft, with a control cohort of a fifth. */
export const DRAFT: Draft = { offer: OFFERS, rule: RULES, policy: [policy({ controlPercent: 20 })] };
