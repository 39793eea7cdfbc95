/** Which guardrail speaks for an offer, what a missing fact does, and what an ask lifts. */
import type { DecisionContext } from '../../../src/domain/decisions/decision';
import type { SuppressionCode } from '../../../src/domain/documents/kinds/vocabulary';
import { aSnapshot, daysAgo } from '../../support/decisions-account';
import { ask, fates, offerMade } from '../../support/decisions-ask';
import {
  ALWAYS,
  aRelease,
  offer,
  policy,
  recommend,
  rule,
  when,
  type Input,
} from '../../support/decisions-release';

type SuppressParams = Extract<Input<'rule'>['event'], { type: 'suppress' }>['params'];

const CSAT_LOW = when('health.csat', 'lessThan', 3);
const ASKS: Partial<DecisionContext> = { intent: 'EXPLICIT_ASK' };

function suppress(key: string, code: SuppressionCode, members: Partial<SuppressParams> = {}, priority = 1) {
  return (conditions: Input<'rule'>['conditions']): Input<'rule'> =>
    rule(key, conditions, { type: 'suppress', params: { code, ...members } }, { priority });
}

/** The standard release, where the offer is also recommended to whoever asks. */
function guarded(...rules: Input<'rule'>[]) {
  const asked = rule('asked', when('context.intent', 'equal', 'EXPLICIT_ASK'), {
    type: 'recommend-offer',
    params: { offer: 'growth-plan', signal: 'EXPLICIT_ASK' },
  });
  return aRelease({ rule: [asked, ...rules] });
}

const tooShort = suppress('tenure', 'TENURE_TOO_SHORT');
const red = suppress('health', 'HEALTH_RED');
const fresh = { csat: 4.5, asOf: daysAgo(1) };

describe('a guardrail', () => {
  it.each<[string, string, Input<'rule'>[], Parameters<typeof aSnapshot>[0]]>([
    ['that does not match lets through', 'offered', [red(CSAT_LOW)], {}],
    [
      'that matches suppresses with its code',
      'HEALTH_RED',
      [red(CSAT_LOW)],
      { health: { csat: 2, asOf: daysAgo(1) } },
    ],
    ['whose fact is missing suppresses', 'FACT_MISSING', [red(CSAT_LOW)], { health: { asOf: daysAgo(1) } }],
    [
      'whose fact is stale suppresses',
      'FACT_STALE',
      [red(CSAT_LOW)],
      { health: { csat: 2, asOf: daysAgo(31) } },
    ],
    [
      'that matches goes before one that is undecided',
      'TENURE_TOO_SHORT',
      [red(CSAT_LOW), tooShort(ALWAYS)],
      { health: {} },
    ],
    [
      'of higher priority goes first',
      'SNOOZED',
      [tooShort(ALWAYS), suppress('z', 'SNOOZED', {}, 9)(ALWAYS)],
      {},
    ],
    ['of equal priority goes by key', 'SNOOZED', [tooShort(ALWAYS), suppress('a', 'SNOOZED')(ALWAYS)], {}],
    [
      'for other offers does not count',
      'offered',
      [suppress('x', 'SNOOZED', { offers: ['other'] })(ALWAYS)],
      {},
    ],
    ['for this offer counts', 'SNOOZED', [suppress('x', 'SNOOZED', { offers: ['growth-plan'] })(ALWAYS)], {}],
    [
      'for other kinds does not count',
      'offered',
      [suppress('x', 'SNOOZED', { kinds: ['ADD_ON'] })(ALWAYS)],
      {},
    ],
    ['for this kind counts', 'SNOOZED', [suppress('x', 'SNOOZED', { kinds: ['PLAN_UPGRADE'] })(ALWAYS)], {}],
    [
      'for other motions does not count',
      'offered',
      [suppress('x', 'SNOOZED', { motions: ['WIN_BACK'] })(ALWAYS)],
      {},
    ],
    ['for this motion counts', 'SNOOZED', [suppress('x', 'SNOOZED', { motions: ['UPSELL'] })(ALWAYS)], {}],
    ['that is switched off does not count', 'offered', [{ ...tooShort(ALWAYS), enabled: false }], {}],
    ['that bites hides that the motion differs', 'TENURE_TOO_SHORT', [tooShort(ALWAYS), otherMotion()], {}],
    ['that is undecided hides it as well', 'FACT_MISSING', [red(CSAT_LOW), otherMotion()], { health: {} }],
    ['may be the motion itself', 'OTHER_MOTION', [otherMotion()], {}],
  ])('%s (%s)', async (_, code, rules, account) => {
    expect(fates(await ask(guarded(...rules), aSnapshot(account)))).toEqual({ 'growth-plan': code });
  });

  it('names the rule and the fact that was wanting', async () => {
    const { suppressed } = await ask(guarded(red(CSAT_LOW)), aSnapshot({ health: {} }));
    expect(suppressed[0]).toMatchObject({
      stage: 'guardrail',
      message: 'Rule `health` could not be decided: `health.csat` missing.',
    });
  });

  it('says what its author wrote', async () => {
    const { suppressed } = await ask(
      guarded(suppress('tenure', 'TENURE_TOO_SHORT', { message: 'Too early.' })(ALWAYS)),
    );
    expect(suppressed[0]?.message).toBe('Rule `tenure`: Too early.');
  });

  it('that is broken keeps its offers back rather than letting them through', async () => {
    const release = guarded(suppress('broken', 'SNOOZED')(when('health.csat', 'noSuchOperator', 1)));
    expect(release.quarantined).toMatchObject([{ kind: 'rule', key: 'broken' }]);
    const outcome = await ask(release);
    expect(fates(outcome)).toEqual({ 'growth-plan': 'RULE_ERROR' });
    expect(outcome.ruleErrors).toMatchObject([{ ruleKey: 'broken' }]);
  });
});

function otherMotion(): Input<'rule'> {
  return rule('upsell', ALWAYS, { type: 'assign-motion', params: { motion: 'RENEWAL' } });
}

describe('whoever asks', () => {
  it.each<[string, string, Input<'rule'>[], Parameters<typeof aSnapshot>[0]]>([
    ['is answered however short the tenure', 'SELF_SERVE', [tooShort(ALWAYS)], {}],
    ['is answered when the tenure is not known', 'SELF_SERVE', [tooShort(CSAT_LOW)], { health: {} }],
    ['is answered in any motion', 'SELF_SERVE', [otherMotion()], {}],
    [
      'is answered by a human when health is red',
      'HANDOFF',
      [red(CSAT_LOW)],
      { health: { csat: 1, asOf: daysAgo(1) } },
    ],
    ['is answered by a human when health is not known', 'HANDOFF', [red(CSAT_LOW)], { health: {} }],
    [
      'is answered by a human when health is stale',
      'HANDOFF',
      [red(CSAT_LOW)],
      { health: { csat: 5, asOf: daysAgo(90) } },
    ],
    [
      'is answered by a human in a human segment',
      'HANDOFF',
      [suppress('s', 'SEGMENT_HUMAN_ONLY')(ALWAYS)],
      { health: fresh },
    ],
  ])('%s (%s)', async (_, closeMode, rules, account) => {
    expect((await offerMade(guarded(...rules), aSnapshot(account), ASKS)).closeMode).toBe(closeMode);
  });

  it('is held by a guardrail that the policy does not lift', async () => {
    const release = guarded(suppress('x', 'SNOOZED')(ALWAYS));
    expect(fates(await ask(release, aSnapshot(), ASKS))).toEqual({ 'growth-plan': 'SNOOZED' });
  });

  it('lifts nothing from offers that nobody recommends to an asker', async () => {
    const release = aRelease({ rule: [tooShort(ALWAYS)] });
    expect(fates(await ask(release, aSnapshot(), ASKS))).toEqual({ 'growth-plan': 'TENURE_TOO_SHORT' });
  });
});

describe('the control cohort', () => {
  const everyone = { policy: [policy({ controlPercent: 100 })] };
  const asked = rule('asked', ALWAYS, recommend('growth-plan', { signal: 'EXPLICIT_ASK' }));

  it('is offered nothing, and what it would have been offered is kept', async () => {
    const outcome = await ask(aRelease(everyone));
    expect(fates(outcome)).toEqual({ 'growth-plan': 'HOLDOUT' });
    expect(outcome.control).toEqual({ member: true, wouldHaveOffered: ['growth-plan'] });
  });

  it('would not have been offered what ranks behind another of its family', async () => {
    const release = aRelease({
      ...everyone,
      offer: [offer('behind')],
      rule: [rule('b', ALWAYS, recommend('behind', { signal: 'MILESTONE' }))],
    });
    const outcome = await ask(release);
    expect(fates(outcome)).toEqual({ 'growth-plan': 'HOLDOUT', behind: 'HOLDOUT' });
    expect(outcome.control.wouldHaveOffered).toEqual(['growth-plan']);
  });

  it('is answered when it asks', async () => {
    const outcome = await ask(aRelease({ ...everyone, rule: [asked] }), aSnapshot(), ASKS);
    expect(fates(outcome)).toEqual({ 'growth-plan': 'offered' });
    expect(outcome.control).toEqual({ member: true, wouldHaveOffered: [] });
  });

  it('is none at zero percent', async () => {
    expect((await ask(aRelease())).control.member).toBe(false);
  });
});
