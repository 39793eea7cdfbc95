import { describeEachDatabase } from '../../support/databases';
import { runningService } from '../../support/running-service';

const OFFERS = 'query ($id: ID!) { recommendedOffers(accountId: $id) { offers { id offerKey } } }';
const SHOWN = `mutation ($ids: [ID!]!) {
  recordImpressions(input: { recommendationIds: $ids, idempotencyKey: "shown" }) { results { status } } }`;
const DECLINED = `mutation ($id: ID!) {
  declineOffer(input: { recommendationId: $id, reason: NOT_NOW, idempotencyKey: "declined" }) { __typename } }`;
const REPORT = `query ($from: DateTime!, $to: DateTime!) { report(from: $from, to: $to, groupBy: [OFFER, SURFACE]) {
  total { presented declined repeatPitchViolations groundingRate { value denominator } guardrailBlockRate { numerator denominator }
    declineRate { value immature } declineReasons { reason count } reachRate { numerator } triggerReach { numerator } }
  rows { group { offer surface } figures { presented declined acceptanceRate { value immature } guardrailBlockRate { value } } } } }`;

interface Reported {
  readonly report: {
    readonly total: Record<string, unknown>;
    readonly rows: readonly { readonly group: object; readonly figures: object }[];
  };
}

describeEachDatabase('a report of what clients recorded', (database) => {
  const running = runningService(database);
  const day = 86_400_000;
  const window = {
    from: new Date(Date.now() - 40 * day).toISOString(),
    to: new Date(Date.now() + day).toISOString(),
  };

  it('tells of an offer shown and declined, and of the decisions around it', async () => {
    const id = running.state.accountId;
    const { recommendedOffers } = await running.ask<{
      recommendedOffers: { offers: { id: string; offerKey: string }[] };
    }>(OFFERS, { id });
    const [offer] = recommendedOffers.offers;
    await running.ask(SHOWN, { ids: [offer?.id] });
    await running.ask(DECLINED, { id: offer?.id });
    await running.ask(OFFERS, { id });
    await running.service.settle();

    const { report } = await running.ask<Reported>(REPORT, window);
    expect(report.total).toMatchObject({
      presented: 1,
      declined: 1,
      repeatPitchViolations: 0,
      groundingRate: { value: 1, denominator: 1 },
      guardrailBlockRate: { numerator: 1, denominator: 2 },
      declineRate: { value: 1, immature: 1 },
      reachRate: { numerator: 1 },
    });
    expect(report.rows).toEqual([
      {
        group: { offer: offer?.offerKey, surface: 'IN_APP' },
        figures: {
          presented: 1,
          declined: 1,
          acceptanceRate: { value: 0, immature: 1 },
          guardrailBlockRate: { value: 0.5 },
        },
      },
    ]);
  });

  it('is the same on the command line', async () => {
    const answer = await running.service.report({
      ...window,
      groupBy: ['offer'],
      filter: { surface: 'IN_APP' },
    });
    expect(answer).toMatchObject({ total: { presented: 1, declined: 1 }, groupBy: ['offer'] });
  });
});
