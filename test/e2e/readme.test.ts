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
  const { ask } = runningService(database);

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
    expect(names).toEqual(['Accounts', 'Usage']);
    for (const name of names) {
      const answer = await ask<Record<string, { status: string }[]>>(text, {}, name);
      expect(Object.values(answer).flat()).toEqual([
        expect.objectContaining({ status: 'APPLIED', error: null }),
      ]);
    }
  });

  it.each(['larkspur-letters', 'pine-outfitters', 'rowan-hotel'])(
    'names the demo account %s, which exists',
    async (id) => {
      expect(readme).toContain(id);
      expect(await ask('query ($id: ID!) { account(id: $id) { id } }', { id })).toEqual({ account: { id } });
    },
  );
});
