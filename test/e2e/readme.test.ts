import { readFileSync } from 'node:fs';
import { parse, type OperationDefinitionNode } from 'graphql';
import { describeEachDatabase } from '../support/databases';
import { runningService } from '../support/running-service';

const readme = readFileSync('README.md', 'utf8');

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block ?? '',
  );
}

describeEachDatabase('the README', (database) => {
  // The day on which its examples were written: facts about health and use grow stale.
  const { ask } = runningService(database, {}, { now: () => Date.parse('2026-11-21T12:00:00Z') });

  it('shows a command whose answer is the one printed below it', async () => {
    const [, body] = /-d '(\{.*\})'/.exec(readme) ?? [];
    const { query } = JSON.parse(body ?? '') as { query: string };
    const answer = await ask<{ recommendedOffers: unknown }>(query);
    expect(answer.recommendedOffers).toEqual(JSON.parse(blocks('json')[0] ?? ''));
  });

  it('shows mutations that apply as they stand', async () => {
    const text = blocks('graphql').join('\n');
    const names = parse(text).definitions.map(
      (definition) => (definition as OperationDefinitionNode).name?.value,
    );
    expect(names).toEqual(['Accounts', 'Usage', 'No']);
    for (const name of ['Accounts', 'Usage']) {
      const answer = await ask<Record<string, { status: string }[]>>(text, {}, name);
      expect(Object.values(answer).flat()).toEqual([
        expect.objectContaining({ status: 'APPLIED', error: null }),
      ]);
    }
  });

  it('shows a no that silences the offer', async () => {
    const OFFERS = '{ recommendedOffers(accountId: "my-account") { offers { id offerKey } } }';
    interface Offers {
      readonly recommendedOffers: {
        readonly offers: readonly { readonly id: string; readonly offerKey: string }[];
      };
    }
    const { recommendedOffers } = await ask<Offers>(OFFERS);
    const [offer] = recommendedOffers.offers;
    const answer = await ask<{ declineOffer: unknown }>(
      blocks('graphql').join('\n'),
      { id: offer?.id },
      'No',
    );
    expect(answer.declineOffer).toMatchObject({
      offerKey: 'growth-plan',
      silentUntil: expect.any(String) as string,
    });
    expect((await ask<Offers>(OFFERS)).recommendedOffers.offers).toEqual([]);
  });

  it.each(['larkspur-letters', 'pine-outfitters', 'rowan-hotel'])(
    'names the demo account %s, which exists',
    async (id) => {
      expect(readme).toContain(id);
      expect(await ask('query ($id: ID!) { account(id: $id) { id } }', { id })).toEqual({ account: { id } });
    },
  );
});
