/** What was shown and answered before, as a decision respects it. */
import { decide } from '../../../src/domain/decisions/decide';
import type { DecisionContext } from '../../../src/domain/decisions/decision';
import { EMPTY_HISTORY, type History } from '../../../src/domain/responses/history';
import { aSnapshot, daysAgo, IN_APP, NOW, used } from '../../support/decisions-account';
import { ask, fates, offerMade } from '../../support/decisions-ask';
import { ALWAYS, aRelease, offer, policy, recommend, rule, when } from '../../support/decisions-release';
import { anAnswer, aPrompt, daysAhead } from '../../support/response-prompts';

const declined = aPrompt({ answer: anAnswer('DECLINED', { at: daysAgo(40), silentUntil: daysAgo(10) }) });
const silent = aPrompt({ answer: anAnswer('DECLINED', { silentUntil: daysAhead(29) }) });
const kim = (history: Partial<History>) => ({ userId: 'kim', history: { ...EMPTY_HISTORY, ...history } });
const crossed = (at: string) => used(9, { crossings: [{ threshold: { ratio: 0.9 }, crossedAt: at }] });
const ASKED = rule('asked', when('context.intent', 'equal', 'EXPLICIT_ASK'), {
  type: 'recommend-offer',
  params: { offer: 'growth-plan', signal: 'EXPLICIT_ASK' },
});

describe('the code of an offer that was declined', () => {
  it('is the no’s, where nothing else speaks against it', async () => {
    const { suppressed } = await ask(aRelease(), aSnapshot(), {}, kim({ prompts: [silent] }));
    expect(suppressed).toMatchObject([{ offerKey: 'growth-plan', stage: 'guardrail', code: 'COOLDOWN' }]);
  });

  it('is the motion’s before the no’s, and the no’s before the control cohort’s', async () => {
    const other = aRelease({ offer: [offer('growth-plan', { motion: 'RENEWAL' })] });
    const control = aRelease({ policy: [policy({ controlPercent: 100 })] });
    const before = kim({ prompts: [silent] });
    expect(fates(await ask(other, aSnapshot(), {}, before))).toEqual({ 'growth-plan': 'OTHER_MOTION' });
    const outcome = await ask(control, aSnapshot(), {}, before);
    expect(fates(outcome)).toEqual({ 'growth-plan': 'COOLDOWN' });
    expect(outcome.control).toEqual({ member: true, wouldHaveOffered: [] });
  });

  it.each<[string[], string]>([
    [['COOLDOWN'], 'offered'],
    [[], 'COOLDOWN'],
  ])('with an ask that lifts %j is %s', async (lifts, fate) => {
    const release = aRelease({
      rule: [ASKED],
      policy: [policy({ explicitAskLifts: lifts as 'COOLDOWN'[] })],
    });
    const outcome = await ask(release, aSnapshot(), { intent: 'EXPLICIT_ASK' }, kim({ prompts: [silent] }));
    expect(fates(outcome)).toEqual({ 'growth-plan': fate });
  });
});

describe('after its silence a declined offer', () => {
  const messagesHigh = when('usage.messages.ratio', 'greaterThan', 0.5);
  const seatsAndMessages = aRelease({
    rule: [rule('message-limit', messagesHigh, recommend('growth-plan', { metric: 'messages' }))],
  });

  it('is made on the newer of two signals, although the other ranks before it', async () => {
    const messages = { ...crossed(daysAgo(1)), used: 4000, periodStart: '2026-06-01T00:00:00.000Z' };
    const snapshot = aSnapshot({}, { seats: crossed(daysAgo(60)), messages });
    const before = kim({ prompts: [declined] });
    expect((await offerMade(seatsAndMessages, snapshot)).ruleKey).toBe('seat-limit');
    expect((await offerMade(seatsAndMessages, snapshot, {}, before)).ruleKey).toBe('message-limit');
  });

  it.each<[string, Partial<DecisionContext>, ReturnType<typeof aSnapshot>, string]>([
    ['its crossing is older', {}, aSnapshot({}, { seats: crossed(daysAgo(41)) }), 'COOLDOWN'],
    ['its crossing is newer', {}, aSnapshot({}, { seats: crossed(daysAgo(39)) }), 'offered'],
    ['nothing was crossed', {}, aSnapshot(), 'COOLDOWN'],
    [
      'use has been sustained since',
      {},
      aSnapshot({}, { seats: used(9, { sustainedSince: daysAgo(20) }) }),
      'offered',
    ],
    [
      'all use is of a period begun since',
      {},
      aSnapshot({}, { seats: used(9, { periodStart: daysAgo(14) }) }),
      'offered',
    ],
    [
      'use is of a period begun before',
      {},
      aSnapshot({}, { seats: used(9, { periodStart: daysAgo(45) }) }),
      'COOLDOWN',
    ],
  ])('waits or is made: %s', async (_, context, snapshot, fate) => {
    const outcome = await ask(aRelease(), snapshot, context, kim({ prompts: [declined] }));
    expect(fates(outcome)).toEqual({ 'growth-plan': fate });
  });

  it('is made to who reaches for a feature of it: the request is the signal', async () => {
    const release = aRelease({
      rule: [
        rule(
          'gate',
          when('context.feature', 'equal', 'sso'),
          recommend('growth-plan', { signal: 'GATED_FEATURE' }),
        ),
      ],
    });
    const outcome = await ask(release, aSnapshot(), { feature: 'sso' }, kim({ prompts: [declined] }));
    expect(outcome.offers).toMatchObject([
      { signal: 'GATED_FEATURE', signalAt: new Date(NOW).toISOString() },
    ]);
  });

  it.each([
    ['a crossing of any metric', { seats: crossed(daysAgo(39)) }, {}, 'offered'],
    ['an old crossing', { seats: crossed(daysAgo(41)) }, {}, 'COOLDOWN'],
    ['nothing', {}, {}, 'COOLDOWN'],
  ])('for a rule without a metric is made again by %s', async (_, usage, account, fate) => {
    const always = rule('always', ALWAYS, recommend('growth-plan', { metric: undefined }));
    const upsell = rule('upsell', ALWAYS, { type: 'assign-motion', params: { motion: 'UPSELL' } });
    const release = aRelease({ rule: [always, upsell] }, ['rule']);
    const outcome = await ask(release, aSnapshot(account, usage), {}, kim({ prompts: [declined] }));
    expect(fates(outcome)).toEqual({ 'growth-plan': fate });
  });
});

it('an ask that only a human may answer counts against what people can take on', async () => {
  const red = rule('red', ALWAYS, { type: 'suppress', params: { code: 'HEALTH_RED' } });
  const release = aRelease({ rule: [ASKED, red], policy: [policy({ ownerCapacityPerMonth: 0 })] });
  const outcome = await ask(release, aSnapshot(), { intent: 'EXPLICIT_ASK' }, kim({}));
  expect(fates(outcome)).toEqual({ 'growth-plan': 'OWNER_CAPACITY' });
});

it('what was put off comes back with what it was about', async () => {
  const snoozed = aPrompt({ answer: anAnswer('SNOOZED', { silentUntil: daysAgo(1) }) });
  expect((await offerMade(aRelease(), aSnapshot(), {}, kim({ prompts: [snoozed] }))).resumes).toMatchObject({
    promptId: 'p1',
    until: daysAgo(1),
  });
  expect((await offerMade(aRelease(), aSnapshot())).resumes).toBeNull();
});

describe('a notice that was put away', () => {
  const notify = (key: string, priority: number) =>
    rule(
      key,
      ALWAYS,
      {
        type: 'notify',
        params: { kind: 'USAGE_LIMIT', title: key, body: 'Text.', placements: ['header'], metric: 'seats' },
      },
      { priority },
    );
  const release = aRelease({ rule: [notify('full', 2), notify('near', 1)] });
  const snapshot = aSnapshot({}, { seats: crossed(daysAgo(5)) });
  const state = (occasion: string, dismissedAt: string | null) =>
    kim({ notifications: [{ userId: 'kim', subject: 'full', occasion, seenAt: daysAgo(4), dismissedAt }] });
  const noticesOf = async (before: ReturnType<typeof kim>) =>
    (await decide(release, snapshot, { context: IN_APP, first: 9, ...before }, NOW)).notices.map(
      ({ ruleKey }) => ruleKey,
    );

  it('stays away, and the next one on the metric does not step in for it', async () => {
    expect(await noticesOf(state(daysAgo(5), daysAgo(4)))).toEqual([]);
  });

  it.each([
    ['that was only seen', state(daysAgo(5), null)],
    ['of an earlier crossing', state(daysAgo(50), daysAgo(49))],
    ['by another user', { ...state(daysAgo(5), daysAgo(4)), userId: 'lee' }],
  ])('one %s is shown', async (_, before) => {
    expect(await noticesOf(before)).toEqual(['full']);
  });
});
