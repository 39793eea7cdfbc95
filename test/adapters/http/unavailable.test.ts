import { startServer, toAnswer, type TestServer } from '../../support/graphql-server';
import type { RequestRecord } from '../../../src/adapters/http/request-record';
import { DatabaseFault, type DatabaseFaultCode } from '../../../src/adapters/persistence/database-fault';

const QUERY = '{ recommendedOffers(accountId: "acc-1") { id } }';

describe('a request that the database has no answer for', () => {
  const records: RequestRecord[] = [];
  let fault: Error;
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(
      { decide: () => Promise.reject(fault) },
      { observe: (record) => void records.push(record) },
    );
  });
  afterAll(() => server.close());

  it.each(['DATABASE_BUSY', 'DATABASE_UNREACHABLE', 'DATABASE_FULL'])(
    'is 503 with Retry-After and a fixed sentence for %s',
    async (code) => {
      fault = new DatabaseFault(code as DatabaseFaultCode, 'The database mysql://db.internal:3306 is away.');
      const answer = await server.ask(QUERY);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
      expect(answer.json.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
      expect(answer.text).not.toMatch(/db\.internal|mysql|DATABASE/);
      expect(records.at(-1)).toMatchObject({ outcome: 'unavailable', status: 503 });
    },
  );

  it.each([
    ['a bug', new TypeError('x is undefined')],
    ['a fault that only an operator ends', new DatabaseFault('DATABASE_REFUSED_LOGIN', 'No.')],
  ])('is a fault of ours for %s', async (_what, error) => {
    fault = error;
    const answer = await server.ask(QUERY);
    expect(answer.json.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(answer.headers.get('retry-after')).toBeNull();
    expect(records.at(-1)).toMatchObject({ outcome: 'fault' });
  });

  it('is 503 as well when the caller can not be looked up', async () => {
    const shut = await startServer(
      {},
      { authenticator: { authenticate: () => Promise.reject(new DatabaseFault('DATABASE_BUSY', 'x')) } },
    );
    const answer = await shut.ask(QUERY);
    expect([answer.status, answer.json.errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
    await shut.close();
  });
});

describe('the id of a request', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  const idFor = async (given: string) => {
    const headers = { 'x-request-id': given };
    return (await toAnswer(await fetch(`${server.url}/healthz`, { headers }))).headers.get('x-request-id');
  };

  it.each(['0198c5de-7f7c-7000-8000-000000000001', 'trace:abc.def_9'])(
    'is the given one: %s',
    async (given) => {
      expect(await idFor(given)).toBe(given);
    },
  );

  it.each(['short', 'jo@example.com and more', 'x'.repeat(65), '{"json":"text"}'])(
    'is a new one where the given one could not be trusted in a log: %s',
    async (given) => {
      expect(await idFor(given)).toMatch(/^req-\d+$/);
    },
  );

  it('is in error answers too', async () => {
    const answer = await server.post('nothing', { 'x-request-id': 'my-request-1' });
    expect(answer.json.errors?.[0]?.extensions.requestId).toBe('my-request-1');
  });
});
