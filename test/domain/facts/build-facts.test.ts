/** Which facts an account, a question and a clock give, and which stay absent or are stale. */
import type { Account } from '../../../src/domain/accounts/account';
import type { DecisionContext } from '../../../src/domain/decisions/decision';
import { anAccount, daysAgo, IN_APP, NOW } from '../../support/decisions-account';
import { CAPACITY, factOf, factsOf, type Given } from '../../support/decisions-fact-of';
import { aRelease } from '../../support/decisions-release';

describe('facts of the account', () => {
  it.each<[string, string, unknown, Given]>([
    ['says the plan', 'account.plan', 'starter', {}],
    ['knows the plan by name', 'account.planName', 'Starter', {}],
    ['knows the tier', 'account.planTier', 1, {}],
    ['knows the family', 'account.planFamily', 'core', {}],
    ['knows whether the plan is a base plan', 'account.planIsBase', true, {}],
    ['keeps a plan the catalogue does not hold', 'account.plan', 'gone', { account: { plan: 'gone' } }],
    ['knows nothing of such a plan', 'account.planTier', undefined, { account: { plan: 'gone' } }],
    ['knows no features of such a plan', 'account.features', undefined, { account: { plan: 'gone' } }],
    ['counts whole days paid', 'account.daysPaid', 90, { account: { paidSince: daysAgo(90.99) } }],
    ['turns to the next day on the hour', 'account.daysPaid', 91, { account: { paidSince: daysAgo(91) } }],
    ['knows no tenure without a date', 'account.daysPaid', undefined, { account: { paidSince: undefined } }],
    ['counts days on the plan', 'account.daysOnPlan', 200, {}],
    ['counts days since leaving', 'account.daysSinceChurn', 30, { account: { churnedAt: daysAgo(30) } }],
    ['lists the features of the plan', 'account.features', ['reports'], {}],
    [
      'adds those of add-ons',
      'account.features',
      ['reports', 'sso'],
      { account: { addOns: ['sso-add-on'] }, draft: CAPACITY },
    ],
    [
      'adds those of plans of other families',
      'account.features',
      ['reports', 'sso'],
      { account: { addOns: ['growth'] } },
    ],
    ['lists add-ons in order', 'account.addOns', ['a', 'b'], { account: { addOns: ['b', 'a'] } }],
    ['has an empty list without add-ons', 'account.addOns', [], {}],
    ['knows whether somebody owns it', 'account.hasOwner', false, {}],
    ['knows an owner', 'account.hasOwner', true, { account: { owner: 'kim' } }],
    [
      'lists features used in 30 days',
      'account.featuresUsed',
      ['new'],
      { activity: { featuresUsed: { new: daysAgo(30), old: daysAgo(30.1) } } },
    ],
    [
      'remembers the last resolution',
      'support.lastResolvedAt',
      daysAgo(3),
      { activity: { lastSupportResolutionAt: daysAgo(3) } },
    ],
    ['has no industry that is not stated', 'account.industry', undefined, {}],
    ['says the time', 'now', '2026-06-15T12:00:00.000Z', {}],
  ])('%s', (_, name, expected, given) => {
    expect(factOf(name, given)).toEqual(expected);
  });
});

describe('facts of the contract', () => {
  it.each<[string, number, number]>([
    ['60 days ahead', -60, 60],
    ['a second beyond 60 days', -60 - 1 / 86_400, 61],
    ['this moment', 0, 0],
    ['an hour ahead', -1 / 24, 1],
    ['yesterday', 1, -1],
  ])('renewal %s is %d days ago and %d days to go', (_, ago, days) => {
    const contract = { term: 'ANNUAL' as const, renewsAt: daysAgo(ago) };
    expect(factOf('contract.daysToRenewal', { account: { contract } })).toBe(days);
  });

  it('says the term alone when no date is known', () => {
    const given = { account: { contract: { term: 'ANNUAL' as const } } };
    expect(factOf('contract.term', given)).toBe('ANNUAL');
    expect(factOf('contract.daysToRenewal', given)).toBeUndefined();
  });
});

describe('facts of health', () => {
  it.each<[string, unknown, Account['health']]>([
    ['fresh on day 30', 4, { csat: 4, asOf: daysAgo(30) }],
    ['stale after day 30', 'stale', { csat: 4, asOf: daysAgo(30.001) }],
    ['stale without a date', 'stale', { csat: 4 }],
    ['absent when unknown', undefined, { asOf: daysAgo(1) }],
    ['absent when it is no number', undefined, { csat: Number.NaN, asOf: daysAgo(1) }],
    ['absent without health', undefined, undefined],
  ])('are %s', (_, expected, health) => {
    expect(factOf('health.csat', { account: { health } })).toBe(expected);
  });

  it("prefer the fact's own maximum age to the policy's", () => {
    const csat = {
      key: 'health.csat',
      type: 'number' as const,
      source: 'health' as const,
      meaning: 'CSAT.',
      sample: 4,
    };
    const draft = { fact: [{ ...csat, maxAgeDays: 2 }] };
    const health = { csat: 4, sentiment: 0.5, asOf: daysAgo(3) };
    expect(factOf('health.csat', { account: { health }, draft })).toBe('stale');
    expect(factOf('health.sentiment', { account: { health }, draft })).toBe(0.5);
  });
});

describe('facts of the question', () => {
  it.each<[string, string, unknown, Partial<DecisionContext>]>([
    ['intent, stated', 'context.intent', 'EXPLICIT_ASK', { intent: 'EXPLICIT_ASK' }],
    ['intent, not stated', 'context.intent', 'NONE', {}],
    ['surface', 'context.surface', 'IN_APP', {}],
    ['placement', 'context.placement', 'header', { placement: 'header' }],
    ['a gated feature', 'context.featureGated', true, { feature: 'sso' }],
    ['a feature the plan has', 'context.featureGated', false, { feature: 'reports' }],
    ['a feature nobody sells', 'context.featureGated', false, { feature: 'flying' }],
    ['no feature named', 'context.featureGated', false, {}],
  ])('tell %s', (_, name, expected, context) => {
    expect(factOf(name, { context: { surface: 'IN_APP', ...context } })).toBe(expected);
  });

  it('do not say whether a feature is gated when the plan is not known', () => {
    const context = { surface: 'IN_APP' as const, feature: 'sso' };
    expect(factOf('context.featureGated', { account: { plan: undefined }, context })).toBeUndefined();
  });
});

describe('attributes', () => {
  it.each<[string, unknown, unknown]>([
    ['of the declared type are facts', 3, 3],
    ['as texts of a number are absent', '3', undefined],
    ['that are null are absent', null, undefined],
    ['that are no whole number are absent', 3.5, undefined],
    ['that are infinite are absent', Infinity, undefined],
  ])('%s', (_, value, expected) => {
    expect(factOf('attributes.region-count', { account: { attributes: { 'region-count': value } } })).toBe(
      expected,
    );
  });

  it('that are not declared, or not own, leave no trace', () => {
    const attributes = Object.assign(Object.create({ 'region-count': 3 }) as object, { other: 1 });
    const { values } = factsOf({ account: { attributes: attributes } });
    expect([...values.keys()].filter((name) => name.startsWith('attributes.'))).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('is the only source of names: a fact that is not declared is not built', () => {
    const fact = [
      {
        key: 'account.plan',
        type: 'string' as const,
        source: 'account' as const,
        meaning: 'Plan.',
        sample: 'x',
      },
    ];
    const release = aRelease({ fact }, ['fact']);
    const { values } = release.buildFacts(
      { account: anAccount(), usage: {}, activity: {}, version: 1 },
      IN_APP,
      NOW,
    );
    expect([...values]).toEqual([['account.plan', 'starter']]);
  });

  it('decides about types: a fact declared as a list of numbers takes no list of texts', () => {
    const list = {
      key: 'account.addOns',
      type: 'list' as const,
      source: 'account' as const,
      meaning: 'x',
      sample: [],
    };
    const given = { account: { addOns: ['a'] } };
    expect(
      factOf('account.addOns', { ...given, draft: { fact: [{ ...list, items: 'number' as const }] } }),
    ).toBeUndefined();
    expect(factOf('account.addOns', { ...given, draft: { fact: [list] } })).toEqual(['a']);
  });
});
