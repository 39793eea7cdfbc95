/** Without a signal there is no offer, and no signal is taken on a rule's word alone. */
import type { DecisionContext } from '../../../src/domain/decisions/decision';
import { aSnapshot, used } from '../../support/decisions-account';
import { ask, fates, offerMade } from '../../support/decisions-ask';
import {
  ALWAYS,
  aRelease,
  offer,
  recommend,
  rule,
  treatment,
  when,
  type Input,
} from '../../support/decisions-release';

const QUIET = aSnapshot({}, { seats: used(2) });

function recommends(
  signal: Extract<Input<'rule'>['event'], { type: 'recommend-offer' }>['params']['signal'],
) {
  return rule('it', ALWAYS, recommend('growth-plan', { signal }));
}

describe('an offer', () => {
  it.each<[string, string, Input<'rule'>, Partial<DecisionContext>]>([
    ['for a gated feature carries it', 'offered', recommends('GATED_FEATURE'), { feature: 'sso' }],
    [
      'is not made for a feature it does not carry',
      'NO_SIGNAL',
      recommends('GATED_FEATURE'),
      { feature: 'audit-log' },
    ],
    [
      'is not made for a feature the plan has',
      'NO_SIGNAL',
      recommends('GATED_FEATURE'),
      { feature: 'reports' },
    ],
    ['is not made for a feature nobody named', 'NO_SIGNAL', recommends('GATED_FEATURE'), {}],
    ['answers an ask', 'offered', recommends('EXPLICIT_ASK'), { intent: 'EXPLICIT_ASK' }],
    [
      'does not claim an ask that was none',
      'NO_SIGNAL',
      recommends('EXPLICIT_ASK'),
      { intent: 'USAGE_QUESTION' },
    ],
    ['is made at a milestone', 'offered', recommends('MILESTONE'), {}],
    [
      'is never made in another conversation',
      'UNRELATED_CONVERSATION',
      recommends('MILESTONE'),
      { intent: 'UNRELATED' },
    ],
  ])('%s (%s)', async (_, code, given, context) => {
    expect(fates(await ask(aRelease({ rule: [given] }), QUIET, context))).toEqual({ 'growth-plan': code });
  });

  it('of an add-on is made for the feature it brings itself', async () => {
    const addOn = offer('sso-add-on', {
      kind: 'ADD_ON',
      plan: undefined,
      features: ['sso'],
      prices: [{ currency: 'USD', interval: 'MONTH', minorUnits: 900 }],
      treatments: [{ ...treatment('plain', 1), body: 'Sign in once.' }],
    });
    const gated = rule('it', ALWAYS, recommend('sso-add-on', { signal: 'GATED_FEATURE' }));
    const outcome = await ask(aRelease({ offer: [addOn], rule: [gated] }), QUIET, { feature: 'sso' });
    expect(fates(outcome)['sso-add-on']).toBe('offered');
  });

  it('recommended by several rules goes by the highest score', async () => {
    const rules = [
      rule('a', ALWAYS, recommend('growth-plan', { signal: 'MILESTONE' })),
      rule('b', ALWAYS, recommend('growth-plan', { signal: 'USAGE_LIMIT' })),
    ];
    expect(await offerMade(aRelease({ rule: rules }), QUIET)).toMatchObject({
      ruleKey: 'b',
      signal: 'USAGE_LIMIT',
    });
  });

  it('recommended equally goes by the order of rules', async () => {
    const rules = ['b', 'a'].map((key) => rule(key, ALWAYS, recommend('growth-plan')));
    expect((await offerMade(aRelease({ rule: rules }), QUIET)).ruleKey).toBe('a');
  });

  it('answers the ask before any other signal', async () => {
    const rules = [
      rule('limit', ALWAYS, recommend('growth-plan'), { priority: 1000 }),
      rule('asked', ALWAYS, recommend('growth-plan', { signal: 'EXPLICIT_ASK', metric: undefined })),
    ];
    const made = await offerMade(aRelease({ rule: rules }), QUIET, { intent: 'EXPLICIT_ASK' });
    expect(made).toMatchObject({ signal: 'EXPLICIT_ASK', ruleKey: 'asked', trigger: null });
  });
});

describe('a rule', () => {
  it('that cannot be decided recommends nothing, and the message names what was wanting', async () => {
    const { suppressed } = await ask(aRelease(), aSnapshot({}, {}));
    expect(suppressed[0]).toMatchObject({
      code: 'NO_SIGNAL',
      message:
        'No rule found a signal for it; rule `seat-limit` could not be decided without `usage.seats.ratio`.',
    });
  });

  const broken = rule('broken', when('usage.seats.ratio', 'noSuchOperator', 1), recommend('growth-plan'));

  it('that is broken is named where nothing else recommends its offer', async () => {
    const outcome = await ask(aRelease({ rule: [broken] }), QUIET);
    expect(outcome.suppressed[0]).toMatchObject({ code: 'RULE_ERROR', stage: 'signal' });
    expect(outcome.suppressed[0]?.message).toContain('Rule `broken` failed');
  });

  it('that is broken costs nothing where another recommends its offer', async () => {
    expect(fates(await ask(aRelease({ rule: [broken] })))).toEqual({ 'growth-plan': 'offered' });
  });

  it('with unreadable words is broken too', async () => {
    const wordless = rule('it', ALWAYS, recommend('growth-plan', { whyShown: 'You {% if x %}' }));
    const release = aRelease({ rule: [wordless] });
    expect(release.quarantined).toMatchObject([{ kind: 'rule', key: 'it' }]);
    expect(fates(await ask(release, QUIET))).toEqual({ 'growth-plan': 'RULE_ERROR' });
  });

  it('that recommends an offer nobody wrote is without effect', async () => {
    const stray = rule('stray', ALWAYS, recommend('no-such-offer'));
    expect(fates(await ask(aRelease({ rule: [stray] })))).toEqual({ 'growth-plan': 'offered' });
  });
});

it('an offer whose words cannot be read is named and kept out, the others are made', async () => {
  const unreadable = offer('unreadable', { treatments: [{ ...treatment('plain', 1), title: 'Now {{' }] });
  const rules = [rule('u', ALWAYS, recommend('unreadable'))];
  const outcome = await ask(aRelease({ offer: [unreadable], rule: rules }));
  expect(fates(outcome)).toEqual({ 'growth-plan': 'offered', unreadable: 'RULE_ERROR' });
});
