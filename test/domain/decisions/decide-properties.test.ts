/** What holds for every account, every question and every order of documents. */
import fc from 'fast-check';
import type { AccountSnapshot } from '../../../src/domain/accounts/account-snapshot';
import { decide } from '../../../src/domain/decisions/decide';
import type { DecisionContext } from '../../../src/domain/decisions/decision';
import { NOW } from '../../support/decisions-account';
import { contexts, DRAFT, OFFERS, RULES, snapshots } from '../../support/decisions-arbitrary';
import { ask, fates, NOTHING_BEFORE } from '../../support/decisions-ask';
import { aRelease, policy } from '../../support/decisions-release';

const release = aRelease(DRAFT, ['rule', 'offer']);
const uncontrolled = aRelease({ ...DRAFT, policy: [policy()] }, ['rule', 'offer']);
const CATALOGUE = OFFERS.map(({ key }) => key).sort();

/** Checks a property of decisions over many accounts and questions. */
async function always(
  holds: (snapshot: AccountSnapshot, context: DecisionContext) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(snapshots, contexts, holds), { numRuns: 400 });
}

it('the accounts drawn are offered something often enough for the rest to mean anything', async () => {
  const drawn = fc.sample(fc.tuple(snapshots, contexts), { numRuns: 400, seed: 7 });
  const outcomes = await Promise.all(drawn.map(([snapshot, context]) => ask(release, snapshot, context)));
  const codes = new Set(outcomes.flatMap((outcome) => Object.values(fates(outcome))));
  expect(outcomes.filter(({ offers }) => offers.length > 0).length).toBeGreaterThan(20);
  expect([...codes].sort()).toEqual([
    'ALREADY_ENTITLED',
    'FACT_MISSING',
    'FACT_STALE',
    'HEALTH_RED',
    'HOLDOUT',
    'NO_PAID_RELATIONSHIP',
    'NO_SIGNAL',
    'OFFER_RETIRED',
    'OTHER_MOTION',
    'PRICE_NOT_APPROVED',
    'REGION_BLOCKED',
    'TENURE_TOO_SHORT',
    'UNRELATED_CONVERSATION',
    'offered',
  ]);
});

describe('every decision', () => {
  it('makes or suppresses every offer of the catalogue exactly once', async () => {
    await always(async (snapshot, context) => {
      const { offers, suppressed } = await ask(release, snapshot, context);
      expect([...offers, ...suppressed].map(({ offerKey }) => offerKey).sort()).toEqual(CATALOGUE);
    });
  });

  it('makes only what can be sold: a paying account on a known plan, a price in its currency, a place that is not blocked', async () => {
    await always(async (snapshot, context) => {
      const { account } = snapshot;
      for (const offer of (await ask(release, snapshot, context)).offers) {
        expect(account.status).toBe('PAYING');
        expect(['starter', 'growth']).toContain(account.plan);
        expect(offer.price.proposed.currency).toBe(account.currency);
        if (offer.offerKey === 'growth-plan') expect(account.region).toBe('US-CA');
        expect(offer.offerKey).not.toBe('old');
      }
    });
  });

  it('makes nothing where a guardrail lacks its fact, unless the buyer asks', async () => {
    await always(async (snapshot, context) => {
      const { offers, facts } = await ask(release, snapshot, context);
      if (facts.has('health.csat') && facts.has('account.daysPaid')) return;
      for (const offer of offers) {
        expect(offer.signal).toBe('EXPLICIT_ASK');
        expect(facts.has('health.csat') ? 'HANDOFF' : offer.closeMode).toBe('HANDOFF');
      }
    });
  });

  it('makes at most one offer of a family, in falling order of score', async () => {
    await always(async (snapshot, context) => {
      const { offers } = await ask(release, snapshot, context);
      expect(new Set(offers.map(({ family }) => family)).size).toBe(offers.length);
      const scores = offers.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(offers.map(({ rank }) => rank)).toEqual(offers.map((_, index) => index + 1));
    });
  });

  it('is the same whatever the order of documents', async () => {
    const shuffled = fc.tuple(
      fc.shuffledSubarray(RULES, { minLength: RULES.length }),
      fc.shuffledSubarray(OFFERS, { minLength: OFFERS.length }),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, snapshots, contexts, async ([rule, offer], snapshot, context) => {
        const other = aRelease({ ...DRAFT, rule, offer }, ['rule', 'offer']);
        expect(await ask(other, snapshot, context)).toEqual(await ask(release, snapshot, context));
      }),
      { numRuns: 60 },
    );
  });

  it('does not change with an attribute that nobody declared', async () => {
    await always(async (snapshot, context) => {
      const account = { ...snapshot.account, attributes: { undeclared: 'x', 'usage.seats.ratio': 9 } };
      expect(await ask(release, { ...snapshot, account }, context)).toEqual(
        await ask(release, snapshot, context),
      );
    });
  });

  it('only gains by an ask: what was offered without one is offered still, or outranked', async () => {
    await always(async (snapshot, context) => {
      if (context.intent === 'UNRELATED') return;
      const before = fates(await ask(uncontrolled, snapshot, { ...context, intent: undefined }));
      const after = fates(await ask(uncontrolled, snapshot, { ...context, intent: 'EXPLICIT_ASK' }));
      for (const [key, fate] of Object.entries(before)) {
        if (fate === 'offered') expect(['offered', 'OUTRANKED']).toContain(after[key]);
      }
    });
  });

  it('offers a control account only what it asked for, and knows what it would have offered', async () => {
    await always(async (snapshot, context) => {
      const { control, offers } = await ask(release, snapshot, context);
      if (!control.member) return expect(control.wouldHaveOffered).toEqual([]);
      expect(offers.every(({ signal }) => signal === 'EXPLICIT_ASK')).toBe(true);
      const treated = await ask(uncontrolled, snapshot, context);
      const keys = [...control.wouldHaveOffered, ...offers.map(({ offerKey }) => offerKey)];
      expect(treated.offers.map(({ offerKey }) => offerKey).every((key) => keys.includes(key))).toBe(true);
    });
  });

  it('does not mix with others that overlap it', async () => {
    const drawn = fc.sample(fc.tuple(snapshots, contexts), { numRuns: 300, seed: 11 });
    const together = await Promise.all(drawn.map(([snapshot, context]) => ask(release, snapshot, context)));
    for (const [index, [snapshot, context]] of drawn.entries()) {
      expect(together[index]).toEqual(await ask(release, snapshot, context));
    }
  });

  it('makes the first so many of what it would make without a bound', async () => {
    await always(async (snapshot, context) => {
      const all = await ask(release, snapshot, context);
      const one = await decide(release, snapshot, { context, first: 1, ...NOTHING_BEFORE }, NOW);
      expect(one.offers).toEqual(all.offers.slice(0, 1));
    });
  });
});
