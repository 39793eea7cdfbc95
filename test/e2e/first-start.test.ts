import { describeEachDatabase } from '../support/databases';
import { runningService } from '../support/running-service';

const OFFERS = `query ($account: ID!, $context: DecisionContext) {
  recommendedOffers(accountId: $account, context: $context) {
    motion release
    offers { offerKey title body signal closeMode disclosure expiresAt
             price { proposed { minorUnits currency } difference { minorUnits } }
             topic { key release excerpt } valueCase { statement monthlyDifference { minorUnits } } }
    suppressed { offerKey code }
  }
}`;

interface Answer {
  readonly motion: string;
  readonly offers: readonly {
    readonly offerKey: string;
    readonly closeMode: string;
    readonly disclosure: string | null;
    readonly topic: { readonly release: number; readonly excerpt: string };
    readonly [member: string]: unknown;
  }[];
  readonly suppressed: readonly { readonly offerKey: string; readonly code: string }[];
}

describeEachDatabase('the first start of the service', (database) => {
  const running = runningService(database);
  const { ask } = running;

  const decisionFor = async (account: string, context?: object) =>
    (await ask<{ recommendedOffers: Answer }>(OFFERS, { account, context })).recommendedOffers;

  it('loads the shipped rules as release 1 and the demo accounts, once', async () => {
    expect(running.state).toMatchObject({ release: 1, seeded: true, accountId: 'acme-dental' });
    expect(running.state.accounts).toBeGreaterThanOrEqual(20);
    expect(await running.service.prepare({ seed: true })).toEqual({ ...running.state, seeded: false });
  });

  it('is healthy and ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await fetch(running.url + path)).status).toBe(200);
  });

  it('offers an account at its seat limit the next plan, in figures of its own and words of its trade', async () => {
    const { motion, offers } = await decisionFor('acme-dental');
    expect(motion).toBe('UPSELL');
    expect(offers).toHaveLength(1);
    expect(offers[0]).toMatchObject({
      offerKey: 'scale-plan',
      signal: 'USAGE_LIMIT',
      price: { proposed: { minorUnits: 149_900, currency: 'USD' } },
    });
    expect(JSON.stringify(offers[0])).toMatch(/45|90 %/);
    expect(JSON.stringify(offers[0])).toContain('clinicians');
    expect(offers[0]?.topic).toMatchObject({ release: 1 });
    expect(offers[0]?.topic.excerpt).not.toBe('');
  });

  it.each([
    ['larkspur-letters', 'UPSELL', 'growth-plan'],
    ['willow-florist', 'CROSS_SELL', 'desk-for-the-team'],
    ['elm-books', 'WIN_BACK', 'welcome-back'],
    ['pine-outfitters', 'RENEWAL', null],
    ['lakeside-inn', 'RETENTION', null],
    ['birch-bakery', 'NONE', null],
  ])('puts %s in the motion %s', async (account, motion, offer) => {
    const decision = await decisionFor(account);
    expect(decision.motion).toBe(motion);
    expect(decision.offers[0]?.offerKey ?? null).toBe(offer);
  });

  it.each([
    ['alder-press', 'SEGMENT_HUMAN_ONLY'],
    ['birch-bakery', 'NO_PAID_RELATIONSHIP'],
    ['pine-outfitters', 'RENEWAL_WINDOW'],
    ['rowan-hotel', 'HEALTH_RED'],
    ['hudson-optics', 'REGION_BLOCKED'],
    ['juniper-spa', 'TENURE_TOO_SHORT'],
    ['spruce-cinemas', 'HOLDOUT'],
    ['fern-yoga', 'FACT_MISSING'],
  ])('says why %s gets no offer: %s', async (account, code) => {
    const { offers, suppressed } = await decisionFor(account);
    expect(offers).toEqual([]);
    expect(suppressed.map((drop) => drop.code)).toContain(code);
  });

  it('computes the saving it speaks of', async () => {
    const { offers } = await decisionFor('larkspur-letters');
    // 31,200 messages: (149 + 26,200 x 0.02) - (499 + what Growth charges beyond 25,000) dollars.
    expect(offers[0]).toMatchObject({
      valueCase: {
        statement: expect.stringContaining('$112') as string,
        monthlyDifference: { minorUnits: 11_200 },
      },
    });
  });

  it('answers a buyer who asks, whom nothing would be shown otherwise', async () => {
    expect((await decisionFor('juniper-spa')).offers).toEqual([]);
    const asked = await decisionFor('juniper-spa', { surface: 'SUPPORT_CHAT', intent: 'EXPLICIT_ASK' });
    expect(asked.offers.map(({ offerKey }) => offerKey)).toContain('growth-plan');
    expect(asked.offers[0]?.disclosure).toMatch(/AI/);
  });

  it('answers a buyer in red health who asks with a human', async () => {
    const asked = await decisionFor('rowan-hotel', { surface: 'SUPPORT_CHAT', intent: 'EXPLICIT_ASK' });
    expect(asked.offers[0]?.closeMode).toBe('HANDOFF');
  });

  it('never offers anything in a conversation about something else', async () => {
    const { offers, suppressed } = await decisionFor('acme-dental', {
      surface: 'VOICE',
      intent: 'UNRELATED',
    });
    expect(offers).toEqual([]);
    expect(new Set(suppressed.map(({ code }) => code))).toEqual(new Set(['UNRELATED_CONVERSATION']));
  });

  it('notices a crossing reported a moment ago', async () => {
    const at = new Date().toISOString();
    const notices = async () =>
      (
        await ask<{ inAppNotifications: { title: string }[] }>(
          '{ inAppNotifications(accountId: "dusty-archive", first: 20) { title } }',
        )
      ).inAppNotifications;
    const before = await notices();
    await ask(
      'mutation ($at: DateTime!) { recordUsage(input: [{ id: "e2e-1", accountId: "beech-brewery", metric: "seats", value: 10, at: $at }]) { status } }',
      { at },
    );
    const { offers } = await decisionFor('beech-brewery');
    expect(offers[0]).toMatchObject({ offerKey: 'growth-plan', signal: 'USAGE_LIMIT' });
    expect(await notices()).toEqual(before);
  });

  it('gives the same recommendation id on the next page load', async () => {
    const ids = async () =>
      (
        await ask<{ recommendedOffers: { offers: { id: string }[] } }>(
          '{ recommendedOffers(accountId: "acme-dental", userId: "u1") { offers { id } } }',
        )
      ).recommendedOffers.offers;
    expect(await ids()).toEqual(await ids());
  });

  it('does not count a look from the command line as a decision', async () => {
    await running.service.settle();
    const before = await database.stores.decisions.count();
    const context = { surface: 'IN_APP' as const };
    const looked = await running.service.decide({
      accountId: 'acme-dental',
      userId: null,
      first: 3,
      context,
    });
    await running.service.settle();
    expect(looked?.decision.offers).toHaveLength(1);
    expect(await database.stores.decisions.count()).toBe(before);
  });

  it('keeps the decisions it made', async () => {
    await decisionFor('acme-dental');
    await running.service.settle();
    expect(await database.stores.decisions.count()).toBeGreaterThan(0);
  });
});
