/** Promise P8 over two replicas of one database: keys open everywhere, and revoked ones nowhere within five seconds. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describeEachDatabase, rowsOf } from '../support/databases';
import { runningService } from '../support/running-service';

interface Made {
  readonly createApiKey: { readonly secret: string; readonly apiKey: { readonly id: string } };
}

describeEachDatabase('an API key', (database) => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  const here = runningService(database, {}, clock);
  const there = runningService(database, {}, clock);

  const statusAt = async (url: string, secret: string) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: '{"query":"{ rules(first: 1) { totalCount } }"}',
    });
    await response.text();
    return response.status;
  };
  const make = async (scopes: readonly string[], expiresAt?: string) => {
    const { createApiKey } = await here.ask<Made>(
      'mutation($s: [String!]!, $e: DateTime) { createApiKey(input: { name: "n", scopes: $s, expiresAt: $e }) { secret apiKey { id } } }',
      { s: scopes, e: expiresAt },
    );
    return { id: createApiKey.apiKey.id, secret: createApiKey.secret };
  };

  it('opens on both replicas, with its scopes only', async () => {
    const [reader, ingester] = [await make(['rules:read']), await make(['data:ingest'])];
    for (const { url } of [here, there]) {
      expect(await statusAt(url, reader.secret)).toBe(200);
      expect(await statusAt(url, ingester.secret)).toBe(403);
    }
  });

  it('is refused on both within five seconds of its revocation, and stays so', async () => {
    const { id, secret } = await make(['rules:read']);
    expect([await statusAt(here.url, secret), await statusAt(there.url, secret)]).toEqual([200, 200]);
    expect(await here.ask('mutation($id: ID!) { revokeApiKey(id: $id) }', { id })).toEqual({
      revokeApiKey: true,
    });
    await sleep(5_000);
    expect([await statusAt(here.url, secret), await statusAt(there.url, secret)]).toEqual([401, 401]);
    expect(await there.ask('mutation($id: ID!) { revokeApiKey(id: $id) }', { id })).toEqual({
      revokeApiKey: false,
    });
  });

  it('ends at its expiry although it is remembered', async () => {
    const { secret } = await make(['rules:read'], new Date(clock.now() + 3_600_000).toISOString());
    expect(await statusAt(here.url, secret)).toBe(200);
    clock.ahead += 3_600_000;
    expect(await statusAt(here.url, secret)).toBe(401);
  });

  it('of the command line is the same as one of the API, and its secret is in no row', async () => {
    const made = await here.service.keys.create({ name: 'cli', scopes: ['rules:read'], expiresAt: null });
    if ('failure' in made) throw new Error(made.message);
    expect(await statusAt(there.url, made.secret)).toBe(200);
    const listed = await there.service.keys.list();
    expect(listed.find(({ id }) => id === made.key.id)).toMatchObject({ name: 'cli', state: 'in force' });
    const rows = JSON.stringify(await rowsOf(database.url, 'SELECT * FROM api_key'));
    expect(rows).not.toContain(made.secret.slice(12));
    expect(JSON.stringify(listed)).not.toContain(made.key.digest);
  });

  it('that can not be made is told as data', async () => {
    const { createApiKey } = await here.ask<{ createApiKey: object }>(
      'mutation { createApiKey(input: { name: "", scopes: ["rules:write"] }) { secret apiKey { id } error { __typename code message ... on InvalidInput { pointer } } } }',
    );
    expect(createApiKey).toEqual({
      secret: null,
      apiKey: null,
      error: {
        __typename: 'InvalidInput',
        code: 'INVALID_INPUT',
        message: expect.stringMatching(/\/name: .*\/scopes\/0: /) as string,
        pointer: '/name',
      },
    });
  });
});
