/** The callers and things that the corpus names, made in a running service. */
import { createSigner } from 'fast-jwt';
import { SERVICE_KEY, type RunningService } from '../support/running-service';
import type { Named } from './to-our-operations';

/** What stands for `{{TOKEN_…}}` and its like, by case. */
export interface Cast {
  readonly named: (caseId: string) => Promise<Named>;
  readonly secrets: (category: string) => Readonly<Record<string, string>>;
  /** Accounts that something is offered to; the first two are `acc_1` and `acc_9`. */
  readonly accounts: readonly string[];
  /** A recommendation to a user; empty when there is none any more. */
  readonly recommendationOf: (accountId: string, userId: string) => Promise<string>;
}

const SCOPES: Readonly<Record<string, readonly string[]>> = {
  TOKEN_READ: ['offers:read', 'rules:read'],
  TOKEN_RECORD: ['responses:write', 'data:ingest'],
  TOKEN_OPS: ['rules:read', 'rules:edit', 'rules:publish'],
  TOKEN_REPORTS: ['reports:read'],
  TOKEN_REVOKED: ['offers:read'],
};

/** Makes keys, tokens and recommendations through the API itself. */
export async function castFor(service: RunningService): Promise<Cast> {
  const accounts = await accountsWithOffers(service);
  const [acc_1 = '', acc_9 = ''] = accounts;
  const keys = Object.fromEntries(
    await Promise.all(
      Object.entries(SCOPES).map(async ([name, scopes]) => [name, await keyWith(service, scopes)]),
    ),
  ) as Record<string, { secret: string; apiKey: { id: string } }>;
  await service.ask('mutation($id: ID!) { revokeApiKey(id: $id) }', { id: keys['TOKEN_REVOKED']?.apiKey.id });
  const secrets = Object.fromEntries(Object.entries(keys).map(([name, { secret }]) => [name, secret]));
  const tenant = await accountToken(service, acc_1);
  return {
    accounts,
    recommendationOf: (accountId, userId) => recommendationOf(service, accountId, userId),
    secrets: (category) => ({
      ...secrets,
      ...forged(),
      CURSOR_T2: Buffer.from(`accounts:${acc_9}`).toString('base64url'),
      ...(category === 'tenant' && { TOKEN_READ: tenant, TOKEN_RECORD: tenant }),
    }),
    named: async (caseId) => ({
      acc_1,
      acc_9,
      recommendation: await recommendationOf(service, acc_1, caseId),
      foreignRecommendation: await recommendationOf(service, acc_9, caseId),
    }),
  };
}

async function keyWith(service: RunningService, scopes: readonly string[]) {
  const { createApiKey } = await service.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
    'mutation($s: [String!]!) { createApiKey(input: { name: "corpus", scopes: $s }) { secret apiKey { id } } }',
    { s: scopes },
  );
  return createApiKey;
}

async function accountToken(service: RunningService, accountId: string): Promise<string> {
  const { createAccountToken } = await service.ask<{ createAccountToken: { token: string } }>(
    'mutation($a: ID!) { createAccountToken(accountId: $a) { token } }',
    { a: accountId },
  );
  return createAccountToken.token;
}

function forged(): Readonly<Record<string, string>> {
  const claims = { a: 'acc_1', u: null, e: Date.parse('2100-01-01T00:00:00Z') };
  const header = { jku: 'https://attacker.example/keys' };
  return {
    JWT_JKU: createSigner({
      key: 'a-key-of-the-attacker-of-32-letters',
      header: header as never,
      aud: 'acc',
    })(claims),
    JWT_WRONG_AUD: createSigner({ key: SERVICE_KEY, aud: 'somebody-else' })(claims),
  };
}

async function accountsWithOffers(service: RunningService): Promise<readonly string[]> {
  const { accounts } = await service.ask<{ accounts: { edges: { node: { id: string } }[] } }>(
    '{ accounts(first: 100) { edges { node { id } } } }',
  );
  const found: string[] = [];
  for (const { node } of accounts.edges) {
    if ((await recommendationOf(service, node.id, 'first-look')) !== '') found.push(node.id);
  }
  expect(found.length).toBeGreaterThan(5);
  return found;
}

/** A recommendation to a user of its own, so that no case answers for another. */
async function recommendationOf(service: RunningService, accountId: string, userId: string): Promise<string> {
  const tenant = userId.includes('tenant') ? null : userId;
  const { recommendedOffers } = await service.ask<{ recommendedOffers: { offers: { id: string }[] } }>(
    'query($a: ID!, $u: ID) { recommendedOffers(accountId: $a, userId: $u) { offers { id } } }',
    { a: accountId, u: tenant },
  );
  return recommendedOffers.offers[0]?.id ?? '';
}
