/** The words of an offer: by treatment, reason and industry, from facts alone. */
import type { Account } from '../../../src/domain/accounts/account';
import type { DecisionContext } from '../../../src/domain/decisions/decision';
import type { Signal } from '../../../src/domain/documents/kinds/vocabulary';
import { aSnapshot, used } from '../../support/decisions-account';
import { ask, offerMade } from '../../support/decisions-ask';
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

const WORDS = { healthcare: { seats: 'clinicians' } };

function worded(members: Partial<Input<'offer'>>) {
  return aRelease({ offer: [offer('growth-plan', members)] });
}

describe('an offer', () => {
  it.each<[string, string, string | undefined]>([
    ['speaks of clinicians in healthcare', 'You use 9 of 10 clinicians', 'healthcare'],
    ['speaks of seats elsewhere', 'You use 9 of 10 seats', 'retail'],
    ['speaks of seats where the industry is not known', 'You use 9 of 10 seats', undefined],
    ['is not misled by an industry of an odd name', 'You use 9 of 10 seats', '__proto__'],
  ])('%s', async (_, title, industry) => {
    expect((await offerMade(worded({ wording: WORDS }), aSnapshot({ industry }))).title).toBe(title);
  });

  it('has other words for another reason', async () => {
    const signals = {
      USAGE_LIMIT: { title: 'Nearly full: {{trigger.ratio | percent}}', body: 'Room for more.' },
    };
    const made = await offerMade(worded({ treatments: [{ ...treatment('plain', 1), signals }] }));
    expect(made).toMatchObject({ title: 'Nearly full: 90 %', body: 'Room for more.', treatment: 'plain' });
  });

  it('is not made without a fact that its words need, and the message names it', async () => {
    const treatments = [{ ...treatment('plain', 1), title: 'Since {{account.industry}}' }];
    const { suppressed } = await ask(worded({ treatments }));
    expect(suppressed).toMatchObject([
      {
        code: 'FACT_MISSING',
        stage: 'wording',
        message: 'Its words need `account.industry`, which has no value.',
      },
    ]);
  });

  it.each<[string, string | null, Partial<DecisionContext>]>([
    ['says first that an AI speaks, in a chat', 'You are talking to an AI.', { surface: 'SUPPORT_CHAT' }],
    ['says nothing of the kind in the product', null, {}],
  ])('%s', async (_, disclosure, context) => {
    expect((await offerMade(aRelease(), aSnapshot(), context)).disclosure).toBe(disclosure);
  });

  it.each<[string, string, Partial<Account>]>([
    ['self-serve in the product', 'SELF_SERVE', { segment: 'self-serve' }],
    ['an enterprise by a human', 'HANDOFF', { segment: 'enterprise' }],
    ['an unknown segment as everyone else', 'SELF_SERVE', { segment: 'toString' }],
    ['no segment as everyone else', 'SELF_SERVE', { segment: undefined }],
  ])('closes %s', async (_, closeMode, account) => {
    expect((await offerMade(aRelease(), aSnapshot(account))).closeMode).toBe(closeMode);
  });

  it('closes by a human where the policy does not say', async () => {
    const release = aRelease({ policy: [policy({ closeMode: { enterprise: 'HANDOFF' } })] });
    expect((await offerMade(release)).closeMode).toBe('HANDOFF');
  });
});

describe('why it is shown', () => {
  const because = (signal: Signal, metric?: string, whyShown?: string) =>
    rule('it', ALWAYS, recommend('growth-plan', { signal, metric, whyShown }), { priority: 9 });

  it.each<[string, string, Input<'rule'>, Partial<DecisionContext>]>([
    [
      'in the words of the rule',
      'You fill 9 seats.',
      because('MILESTONE', undefined, 'You fill {{usage.seats.used}} seats.'),
      {},
    ],
    [
      'by default where the rule has no value for its words',
      'You have reached 9 seats.',
      because('MILESTONE', 'seats', 'In {{account.industry}}'),
      {},
    ],
    ['by usage', 'You use 9 of 10 seats.', because('USAGE_LIMIT', 'seats'), {}],
    [
      'by usage without a limit',
      'You use 1,200 manual exports.',
      because('USAGE_LIMIT', 'manual-exports'),
      {},
    ],
    ['by usage without figures', 'Your usage is near a limit of your plan.', because('USAGE_LIMIT'), {}],
    ['by a drop', 'You use 9 of 10 seats.', because('USAGE_DROP', 'seats'), {}],
    ['by a drop without figures', 'Your usage is well below your plan.', because('USAGE_DROP'), {}],
    ['by a milestone', 'You have reached 9 seats.', because('MILESTONE', 'seats'), {}],
    ['by a milestone without figures', 'You have reached a milestone.', because('MILESTONE'), {}],
    [
      'by a manual workflow',
      'You have run 1,200 manual exports.',
      because('MANUAL_WORKFLOW', 'manual-exports'),
      {},
    ],
    [
      'by a workflow without figures',
      'You repeat a task that can be automated.',
      because('MANUAL_WORKFLOW'),
      {},
    ],
    [
      'by a feature',
      'You reached for sso, which your plan does not include.',
      because('GATED_FEATURE'),
      { feature: 'sso' },
    ],
    ['by an ask', 'You asked about upgrading.', because('EXPLICIT_ASK'), { intent: 'EXPLICIT_ASK' }],
  ])('is said %s', async (_, sentence, given, context) => {
    const usage = { seats: used(9), 'manual-exports': used(1200) };
    const release = aRelease({ rule: [{ ...given, key: 'seat-limit' }] });
    expect((await offerMade(release, aSnapshot({}, usage), context)).whyShown).toBe(sentence);
  });
});
