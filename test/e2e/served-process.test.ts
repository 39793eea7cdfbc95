import { once } from 'node:events';
import { serveProcess, SERVED_KEY, type ServedProcess } from '../support/served-process';

jest.setTimeout(60_000);

const SCRAPER = 'the-token-of-a-scraper-and-of-nobody-else';
/** Planted wherever a caller can put something. */
const MARKERS = ['Zaphod', 'zaphod@beeblebrox.example', 'MARKER-CRM-1', 'marker-user', 'MARKER-TOKEN'];

async function ask(url: string, query: string, variables: object = {}, key = SERVED_KEY): Promise<Response> {
  return fetch(`${url}/graphql?name=Zaphod`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      'x-request-id': 'request-of-this-test',
      'user-agent': 'Zaphod/1.0',
    },
    body: JSON.stringify({ query, variables }),
  });
}

const UPSERT = `mutation ($name: String!, $crm: String!, $email: String!) {
  upsertAccounts(input: [{ id: "marked", name: $name, status: PAYING, plan: "starter", crmId: $crm,
    contact: { name: $name, email: $email } }]) { status error { message } }
}`;

describe('a service in a process of its own', () => {
  let served: ServedProcess;
  beforeAll(async () => {
    served = await serveProcess({ LOG_LEVEL: 'debug', METRICS_TOKEN: SCRAPER });
  });
  afterAll(() => served.remove());

  it('logs every request at debug and nothing that a caller said', async () => {
    const { url } = served;
    const [name, email, crm, user] = MARKERS as [string, string, string, string];
    await ask(url, UPSERT, { name, email, crm });
    await ask(url, '{ recommendedOffers(accountId: "acme-dental", userId: "marker-user") { motion } }');
    await ask(url, `{ account(id: "${name}") { name } }`);
    await ask(url, `{ nothing(${user}: "${email}") }`, { [name]: email });
    await ask(url, '{ __typename }', {}, 'MARKER-TOKEN-of-a-length-that-is-quite-plausible');
    const requests = () =>
      served
        .output()
        .split('\n')
        .filter((line) => line.includes('"msg":"request"'));
    while (requests().length < 5) await new Promise((resolve) => setTimeout(resolve, 10));
    const lines = requests();
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      requestId: 'request-of-this-test',
      operation: 'upsertAccounts',
      status: 200,
    });
    for (const marker of [...MARKERS, SERVED_KEY, SCRAPER]) {
      // The welcome shows the key to the person at the terminal; the log never does.
      const log = served
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .join('\n');
      expect(log).not.toContain(marker);
    }
  });

  it('counts what it did, without an account in any label', async () => {
    await ask(served.url, '{ recommendedOffers(accountId: "acme-dental") { motion } }');
    const response = await fetch(`${served.url}/metrics`, {
      headers: { authorization: `Bearer ${SCRAPER}` },
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toMatch(/expansion_requests_total\{operation="recommendedOffers",outcome="ok"\} [1-9]/);
    expect(text).toMatch(
      /expansion_decisions_total\{motion="UPSELL",offered="true",degraded="false"\} [1-9]/,
    );
    expect(text).toContain('expansion_release_number 1');
    for (const marker of [...MARKERS, 'acme-dental', 'marked']) expect(text).not.toContain(marker);
  });

  it('says at /readyz that it drains, answers what comes meanwhile, and ends in order', async () => {
    const draining = await serveProcess({ LOG_LEVEL: 'silent', DRAIN_DELAY_MS: '1500' });
    draining.process.kill('SIGTERM');
    let status = 200;
    while (status === 200) status = (await fetch(`${draining.url}/readyz`)).status;
    expect(status).toBe(503);
    expect((await fetch(`${draining.url}/healthz`)).status).toBe(200);
    expect((await ask(draining.url, '{ __typename }')).status).toBe(200);
    const [code] = (await once(draining.process, 'exit')) as [number | null];
    expect(code).toBe(0);
    await draining.remove();
  });

  it('ends at the second signal without draining: with 1, not with the 0 of an end in order', async () => {
    const stubborn = await serveProcess({ LOG_LEVEL: 'silent', DRAIN_DELAY_MS: '30000' });
    stubborn.process.kill('SIGTERM');
    while ((await fetch(`${stubborn.url}/readyz`)).status === 200);
    const exited = once(stubborn.process, 'exit');
    stubborn.process.kill('SIGTERM');
    expect(await exited).toEqual([1, null]);
    await stubborn.remove();
  });
});
