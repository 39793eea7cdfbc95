/** Who can be sold an offer at all: one code for every reason, which no ask lifts. */
import type { Account } from '../../../src/domain/accounts/account';
import { aSnapshot, used } from '../../support/decisions-account';
import { ask, fates } from '../../support/decisions-ask';
import {
  ALWAYS,
  aRelease,
  offer,
  policy,
  recommend,
  rule,
  treatment,
  type Input,
} from '../../support/decisions-release';

type OfferMembers = Partial<Input<'offer'>>;
type Row = readonly [title: string, code: string, members: OfferMembers, account: Partial<Account>];

const ADD_ON: OfferMembers = {
  kind: 'ADD_ON',
  plan: undefined,
  treatments: [{ ...treatment('plain', 1), body: 'More.' }],
  features: ['sso'],
  prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 900 }],
};
const PACK: OfferMembers = { ...ADD_ON, kind: 'CAPACITY', features: [], adds: { seats: 5 } };
const RETURN: OfferMembers = { kind: 'RETURN_OFFER' };

const PLANS: Input<'plan'>[] = [
  planLike('old', 'core', 3, { status: 'retired' }),
  planLike('desk', 'desk', 1, {}),
  planLike('open', 'core', 4, { limits: { seats: null } }),
];

function planLike(key: string, family: string, tier: number, members: Partial<Input<'plan'>>): Input<'plan'> {
  const prices = [{ currency: 'USD', interval: 'MONTH' as const, minorUnits: 5000 }];
  return { key, name: key, family, tier, features: [], prices, limits: {}, ...members };
}

/** Every offer is recommended by an ask, every guardrail is lifted: what is left is eligibility. */
async function fateOf(
  members: OfferMembers,
  account: Partial<Account>,
  plans = PLANS,
): Promise<string | undefined> {
  const release = aRelease({
    plan: plans,
    offer: [offer('it', members)],
    rule: [rule('asked', ALWAYS, recommend('it', { signal: 'EXPLICIT_ASK', metric: undefined }))],
    policy: [
      policy({
        explicitAskLifts: ['OTHER_MOTION', 'REGION_BLOCKED', 'NO_PAID_RELATIONSHIP', 'ALREADY_ENTITLED'],
      }),
    ],
  });
  return fates(await ask(release, aSnapshot(account, { seats: used(9) }), { intent: 'EXPLICIT_ASK' })).it;
}

describe('an offer', () => {
  it.each<Row>([
    ['that leads one tier up is made', 'offered', {}, {}],
    ['that is retired is not', 'OFFER_RETIRED', { status: 'retired' }, {}],
    ['that leads to a retired plan is not', 'OFFER_RETIRED', { plan: 'old' }, {}],
    ['of tomorrow is too early', 'OFFER_NOT_YET_VALID', { validFrom: '2026-06-15T12:00:00.001Z' }, {}],
    ['is valid from its first moment', 'offered', { validFrom: '2026-06-15T12:00:00.000Z' }, {}],
    ['ends before its last moment', 'OFFER_EXPIRED', { validUntil: '2026-06-15T12:00:00.000Z' }, {}],
    ['is valid just before its end', 'offered', { validUntil: '2026-06-15T12:00:00.001Z' }, {}],
    ['is nothing for a trial', 'NO_PAID_RELATIONSHIP', {}, { status: 'TRIAL' }],
    ['is nothing for a lead', 'NO_PAID_RELATIONSHIP', {}, { status: 'LEAD' }],
    ['is nothing for one who left', 'NO_PAID_RELATIONSHIP', {}, { status: 'CHURNED' }],
    ['to return is made to one who left', 'offered', RETURN, { status: 'CHURNED' }],
    ['to return is nothing for one who stayed', 'ALREADY_ENTITLED', RETURN, {}],
    ['to return is nothing for a lead', 'NO_PAID_RELATIONSHIP', RETURN, { status: 'LEAD' }],
    ['of the present plan brings nothing', 'ALREADY_ENTITLED', {}, { plan: 'growth' }],
    ['of a lower tier is no upgrade', 'ALREADY_ENTITLED', { plan: 'starter' }, { plan: 'growth' }],
    ['of a higher tier is no downgrade', 'ALREADY_ENTITLED', { kind: 'PLAN_DOWNGRADE' }, {}],
    [
      'of a lower tier is a downgrade',
      'offered',
      { kind: 'PLAN_DOWNGRADE', plan: 'starter' },
      { plan: 'growth' },
    ],
    ['of another family is no upgrade', 'PRICE_NOT_APPROVED', { plan: 'desk' }, {}],
    ['of another family may be a cross-sell', 'offered', { kind: 'CROSS_SELL', plan: 'desk' }, {}],
    [
      'of a product the account has is none',
      'ALREADY_ENTITLED',
      { kind: 'CROSS_SELL', plan: 'desk' },
      { addOns: ['desk'] },
    ],
    ['of features the plan lacks is made', 'offered', ADD_ON, {}],
    ['of features the plan has is not', 'ALREADY_ENTITLED', ADD_ON, { plan: 'growth' }],
    ['that was bought is not made again', 'ALREADY_ENTITLED', PACK, { addOns: ['it'] }],
    ['of more of what is limited is made', 'offered', PACK, {}],
    ['of more of what is unlimited is not', 'ALREADY_ENTITLED', PACK, { plan: 'open' }],
    ['for other plans has no price here', 'PRICE_NOT_APPROVED', { ...ADD_ON, availableOn: ['growth'] }, {}],
    ['for this plan has one', 'offered', { ...ADD_ON, availableOn: ['starter'] }, {}],
    ['has no price in another currency', 'PRICE_NOT_APPROVED', {}, { currency: 'CHF' }],
    ['has no price when the currency is not known', 'PRICE_NOT_APPROVED', {}, { currency: undefined }],
    ['has no price when the interval is not known', 'PRICE_NOT_APPROVED', {}, { billingInterval: undefined }],
    ['has no price in this interval', 'PRICE_NOT_APPROVED', ADD_ON, { billingInterval: 'YEAR' }],
    ['has no price next to a plan nobody knows', 'PRICE_NOT_APPROVED', ADD_ON, { plan: 'gone' }],
    [
      'without a plan or prices has no price',
      'PRICE_NOT_APPROVED',
      { kind: 'CROSS_SELL', plan: undefined },
      {},
    ],
    ['is not made in a blocked state', 'REGION_BLOCKED', { regions: { blocked: ['US-CA'] } }, {}],
    ['is not made in a blocked country', 'REGION_BLOCKED', { regions: { blocked: ['US'] } }, {}],
    ['is made in another state', 'offered', { regions: { blocked: ['US-NY'] } }, {}],
    [
      'needs the state where states are blocked',
      'FACT_MISSING',
      { regions: { blocked: ['US-NY'] } },
      { region: undefined },
    ],
    [
      'needs no state where only others are',
      'offered',
      { regions: { blocked: ['CA-ON'] } },
      { region: undefined },
    ],
    [
      'needs the country where any are blocked',
      'FACT_MISSING',
      { regions: { blocked: ['KP'] } },
      { country: undefined, region: undefined },
    ],
    [
      'reads the country off the state',
      'REGION_BLOCKED',
      { regions: { blocked: ['US'] } },
      { country: undefined },
    ],
    ['needs neither where nothing is blocked', 'offered', {}, { country: undefined, region: undefined }],
  ])('%s (%s)', async (_, code, members, account) => {
    expect(await fateOf(members, account)).toBe(code);
  });

  it.each<[string, string, OfferMembers, Partial<Account>]>([
    [
      'retired before expired',
      'OFFER_RETIRED',
      { status: 'retired', validUntil: '2026-02-01T00:00:00Z' },
      {},
    ],
    ['expired before unpaid', 'OFFER_EXPIRED', { validUntil: '2026-02-01T00:00:00Z' }, { status: 'TRIAL' }],
    ['unpaid before entitled', 'NO_PAID_RELATIONSHIP', {}, { status: 'TRIAL', plan: 'growth' }],
    ['entitled before price', 'ALREADY_ENTITLED', {}, { plan: 'growth', currency: 'CHF' }],
    ['price before region', 'PRICE_NOT_APPROVED', { regions: { blocked: ['US'] } }, { currency: 'CHF' }],
  ])('has one code: %s', async (_, code, members, account) => {
    expect(await fateOf(members, account)).toBe(code);
  });
});

it('a catalogue of a single plan yields no upsell at all, not even an add-on', async () => {
  const release = aRelease(
    {
      plan: [planLike('starter', 'core', 1, {})],
      offer: [offer('it', ADD_ON)],
      rule: [
        rule('always', ALWAYS, recommend('it')),
        rule('up', ALWAYS, { type: 'assign-motion', params: { motion: 'UPSELL' } }),
      ],
    },
    ['plan', 'rule', 'offer'],
  );
  expect(fates(await ask(release))).toEqual({ it: 'ALREADY_ENTITLED' });
});
