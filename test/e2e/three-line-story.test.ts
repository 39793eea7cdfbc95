/** A refusal by voice silences the portal, and 30 days later a new signal speaks again: over the API, by a clock of its own. */
import { describeEachDatabase } from '../support/databases';
import { runningService } from '../support/running-service';

const ACCOUNT = 'marigold-mail';
const OFFERS = `query ($account: ID!, $context: DecisionContext) {
  recommendedOffers(accountId: $account, userId: "kim", context: $context) {
    offers { id offerKey title } suppressed { offerKey code message }
  }
}`;
const PORTAL = `query ($account: ID!) {
  inAppNotifications(accountId: $account, userId: "kim") { kind offer { offerKey title } }
}`;
const INGEST = `mutation ($account: [AccountInput!]!) { upsertAccounts(input: $account) { status } }`;
const USAGE = `mutation ($usage: [UsageEventInput!]!) { recordUsage(input: $usage) { status } }`;
const DECLINE = `mutation ($input: DeclineOfferInput!) {
  declineOffer(input: $input) { ... on OfferDeclined { offerKey silentUntil } }
}`;

interface Offered {
  readonly offers: readonly { readonly id: string; readonly offerKey: string; readonly title: string }[];
  readonly suppressed: readonly {
    readonly offerKey: string;
    readonly code: string;
    readonly message: string;
  }[];
}
interface Shown {
  readonly kind: string;
  readonly offer: { readonly offerKey: string; readonly title: string } | null;
}

describeEachDatabase('the story of a no', (database) => {
  let now = '2026-06-15T09:00:00.000Z';
  const { ask } = runningService(database, {}, { now: () => Date.parse(now) });

  async function report(seats: number): Promise<void> {
    const account = {
      id: ACCOUNT,
      name: 'Marigold Mail',
      status: 'PAYING',
      plan: 'starter',
      billingInterval: 'MONTH',
      currency: 'USD',
      paidSince: '2025-06-01T00:00:00Z',
      segment: 'self-serve',
      country: 'US',
      region: 'US-CA',
      contract: { term: 'MONTHLY' },
      health: {
        csat: 4.5,
        sentiment: 0.5,
        openEscalations: 0,
        billingIssue: false,
        churnRisk: 0.1,
        usageDropOff: false,
        asOf: now,
      },
    };
    await ask(INGEST, { account: [account] });
    await ask(USAGE, {
      usage: [{ id: `seats-${now}`, accountId: ACCOUNT, metric: 'seats', value: seats, at: now }],
    });
  }

  const offered = async (context: object) =>
    (await ask<{ recommendedOffers: Offered }>(OFFERS, { account: ACCOUNT, context })).recommendedOffers;
  const portal = async () =>
    (await ask<{ inAppNotifications: readonly Shown[] }>(PORTAL, { account: ACCOUNT })).inAppNotifications;
  const growthIn = ({ suppressed }: Offered) => suppressed.find(({ offerKey }) => offerKey === 'growth-plan');

  it('is told in three lines', async () => {
    await report(9);
    const [offer] = (await offered({ surface: 'VOICE', conversationId: 'call-1' })).offers;
    expect(offer).toMatchObject({ offerKey: 'growth-plan' });
    const input = {
      recommendationId: offer?.id,
      reason: 'NOT_NOW',
      comment: 'Not this month.',
      idempotencyKey: 'call-1-no',
    };
    const { declineOffer } = await ask<{ declineOffer: { silentUntil: string } }>(DECLINE, { input });
    expect(declineOffer).toEqual({ offerKey: 'growth-plan', silentUntil: '2026-07-15T09:00:00.000Z' });
    const story = [
      `${now}  voice   offered “${offer?.title}”; the buyer said no: silent until ${declineOffer.silentUntil}`,
    ];

    now = '2026-07-14T09:00:00.000Z';
    await report(9);
    expect((await portal()).filter(({ kind }) => kind === 'OFFER')).toEqual([]);
    const silence = growthIn(await offered({ surface: 'IN_APP' }));
    expect(silence).toMatchObject({ code: 'COOLDOWN' });
    story.push(`${now}  portal  shows no offer: ${silence?.code}. ${silence?.message}`);

    now = '2026-07-15T09:00:00.000Z';
    expect(growthIn(await offered({ surface: 'IN_APP' }))).toMatchObject({
      code: 'COOLDOWN',
      message: expect.stringContaining('waits for a signal that is newer'),
    });
    await report(10);
    const back = (await portal()).find(({ kind }) => kind === 'OFFER');
    expect(back?.offer).toMatchObject({ offerKey: 'growth-plan' });
    story.push(`${now}  portal  a new crossing speaks again: “${back?.offer?.title}”`);
    process.stdout.write(`${story.join('\n')}\n`);
  });
});
