/** The whole decision on a small release: what is offered, in which words, and what is not and why. */
import { decide } from '../../../src/domain/decisions/decide';
import { aSnapshot, IN_APP, NOW, used } from '../../support/decisions-account';
import { NOTHING_BEFORE } from '../../support/decisions-ask';
import { aRelease } from '../../support/decisions-release';

describe('a decision', () => {
  it('offers the next tier to an account at its seat limit, in its own numbers', async () => {
    const outcome = await decide(
      aRelease(),
      aSnapshot(),
      { context: IN_APP, first: 3, ...NOTHING_BEFORE },
      NOW,
    );
    expect(outcome.suppressed).toEqual([]);
    expect(outcome.motion).toMatchObject({ motion: 'UPSELL', ruleKey: 'upsell' });
    expect(outcome.offers).toMatchObject([
      {
        offerKey: 'growth-plan',
        rank: 1,
        signal: 'USAGE_LIMIT',
        ruleKey: 'seat-limit',
        title: 'You use 9 of 10 seats',
        body: 'Growth costs $350 more.',
        whyShown: 'You use 9 of 10 seats.',
        trigger: { metric: 'seats', unit: 'seats', used: 9, limit: 10, ratio: 0.9 },
        price: {
          current: { minorUnits: 14_900, currency: 'USD' },
          proposed: { minorUnits: 49_900, currency: 'USD' },
          difference: { minorUnits: 35_000, currency: 'USD' },
          interval: 'MONTH',
        },
        topic: { key: 'bundles', release: 7, excerpt: 'Growth is for teams.' },
        closeMode: 'SELF_SERVE',
        disclosure: null,
        plan: 'growth',
      },
    ]);
  });

  it('offers nothing without a signal', async () => {
    const quiet = aSnapshot({}, { seats: used(8) });
    const outcome = await decide(aRelease(), quiet, { context: IN_APP, first: 3, ...NOTHING_BEFORE }, NOW);
    expect(outcome.offers).toEqual([]);
    expect(outcome.suppressed).toMatchObject([
      { offerKey: 'growth-plan', stage: 'signal', code: 'NO_SIGNAL' },
    ]);
  });
});
