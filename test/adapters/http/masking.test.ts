import { GraphQLError } from 'graphql';
import { startServer, type TestServer } from '../../support/graphql-server';

class SqlFault extends Error {
  readonly code = 'ER_PARSE_ERROR';
  readonly sql = 'SELECT secret FROM account WHERE id = ?';
}

const DECIDE = '{ recommendedOffers(accountId: "acc-1") { id } }';
const SECRET = new SqlFault('SELECT secret FROM account failed at /srv/app/dist/store.js:12:3');
const LEAKS = /SELECT|secret|\/srv|SqlFault|ER_PARSE|stack|at .*\.ts|node_modules/;

const withFault = async (fault: unknown, act: (server: TestServer) => Promise<void>) => {
  const server = await startServer({
    decide: async () => {
      throw fault;
    },
    release: () => {
      throw fault;
    },
  });
  await act(server).finally(() => server.close());
};

describe('a fault', () => {
  it.each([
    ['an error', SECRET],
    [
      'an error with extensions of its own',
      Object.assign(new Error('SELECT secret'), {
        extensions: { code: 'ACCOUNT_NOT_FOUND', sql: 'SELECT secret' },
      }),
    ],
    ['a GraphQL error around it', new GraphQLError('SELECT secret', { originalError: SECRET })],
    ['a GraphQL error without a code', new GraphQLError('SELECT secret')],
    ['a text', 'SELECT secret'],
    ['nothing', undefined],
    ['an object', { sql: 'SELECT secret' }],
  ])(
    'thrown as %s becomes one fixed sentence with the id under which the cause is reported',
    async (_name, fault) => {
      await withFault(fault, async (server) => {
        const { json, text } = await server.ask(DECIDE);
        expect(text).not.toMatch(LEAKS);
        expect(json.errors).toEqual([
          {
            message: 'Something went wrong on our side. Try again; if it stays, report the requestId.',
            path: ['recommendedOffers'],
            extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(/^req-/) },
          },
        ]);
        expect(server.faults).toHaveLength(1);
        expect(server.faults[0]?.requestId).toBe(json.errors?.[0]?.extensions.requestId);
        if (fault === SECRET) expect(server.faults[0]?.error).toBe(SECRET);
      });
    },
  );

  it('stays masked when the query is compiled', async () => {
    await withFault(SECRET, async (server) => {
      for (let i = 0; i < 4; i += 1) {
        expect((await server.ask('{ rules { totalCount } }')).text).not.toMatch(LEAKS);
      }
    });
  });

  it('in a value that the schema does not allow is masked too', async () => {
    const server = await startServer({
      describeAccounts: async () => [
        { account: { id: 'acc-1', status: 'SELECT secret' }, usage: [] } as never,
      ],
    });
    const { text, json } = await server.ask('{ account(id: "acc-1") { id name status } }');
    expect(text).not.toMatch(LEAKS);
    expect(new Set(json.errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['INTERNAL_SERVER_ERROR']),
    );
    await server.close();
  });

  it('in one field leaves the others answered', async () => {
    await withFault(SECRET, async (server) => {
      const { json } = await server.ask('{ account(id: "acc-1") { id } audience(key: "a") { key } }');
      expect(json.data).toEqual({ account: { id: 'acc-1' }, audience: null });
      expect(json.errors).toHaveLength(1);
    });
  });

  it('before GraphQL is 500 in the same shape', async () => {
    const server = await startServer(
      {},
      {
        contextFor: () => {
          throw SECRET;
        },
      },
    );
    const { status, text, json } = await server.ask(DECIDE);
    expect([status, json.errors?.[0]?.extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(text).not.toMatch(LEAKS);
    expect(server.faults).toHaveLength(1);
    await server.close();
  });
});

describe('a mistake of the client', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it.each([
    [
      '{ recommendedOffers(accountId: "no such") { id } }',
      200,
      'ACCOUNT_NOT_FOUND',
      'There is no account "no such"',
    ],
    [
      '{ inAppNotifications(accountId: "no such") { id } }',
      200,
      'ACCOUNT_NOT_FOUND',
      'There is no account "no such"',
    ],
    ['{ accounts(audience: "nobody") { totalCount } }', 200, 'AUDIENCE_NOT_FOUND', '"nobody"'],
    ['{ recommendedOffers(accountId: "") { id } }', 200, 'INVALID_ARGUMENT', '`accountId` is empty'],
    [`{ account(id: "${'ü'.repeat(96)}") { id } }`, 200, 'INVALID_ARGUMENT', 'longer than 190 bytes'],
    ['{ rules(first: 0) { totalCount } }', 200, 'INVALID_ARGUMENT', 'between 1 and 100; 0 is not'],
    ['{ rules(first: 101) { totalCount } }', 200, 'INVALID_ARGUMENT', 'between 1 and 100; 101 is not'],
    ['{ rules(first: -1) { totalCount } }', 200, 'INVALID_ARGUMENT', 'between 1 and 100'],
    ['{ rules(first: 99999999999) { totalCount } }', 400, 'GRAPHQL_VALIDATION_FAILED', '32-bit'],
    ['{ rules(first: 1.5) { totalCount } }', 400, 'GRAPHQL_VALIDATION_FAILED', '1.5'],
    [
      '{ rules(after: "garbage") { totalCount } }',
      200,
      'INVALID_CURSOR',
      '`after` is not a cursor of this list',
    ],
    ['{ nope }', 400, 'GRAPHQL_VALIDATION_FAILED', 'nope'],
    ['{', 400, 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    ['query A { __typename } query B { __typename }', 400, 'OPERATION_RESOLUTION_FAILURE', 'operation'],
    ['subscription { x }', 400, 'UNSUPPORTED_OPERATION', 'Subscriptions are not served'],
  ])('%.70s is %i %s and says: %s', async (query, status, code, message) => {
    const answer = await server.ask(query);
    expect([answer.status, answer.json.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(answer.json.errors?.[0]?.message).toContain(message);
    expect(answer.json.errors?.[0]?.extensions.requestId).toMatch(/^req-/);
    expect(answer.text).not.toMatch(/stack/);
  });

  it('in a variable names its place', async () => {
    const { status, json } = await server.ask(
      'mutation($input: [UsageEventInput!]!) { recordUsage(input: $input) { id } }',
      {
        input: [0, 1, 2, 3].map((i) => ({
          id: `e${i}`,
          accountId: 'acc-1',
          metric: 'seats',
          value: i === 3 ? 'many' : i,
          at: '2026-06-01T00:00:00Z',
        })),
      },
    );
    expect([status, json.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(json.errors?.[0]?.message).toContain('$input[3].value');
  });

  it('repeated a thousand times is answered in short', async () => {
    const input = Array.from({ length: 1_000 }, () => ({ nonsense: 'x'.repeat(100) }));
    const { text, json } = await server.ask(
      'mutation($input: [UsageEventInput!]!) { recordUsage(input: $input) { id } }',
      { input },
    );
    expect(json.errors?.length).toBeLessThanOrEqual(11);
    expect(text.length).toBeLessThan(20_000);
  });

  it('is nobody else’s fault', () => expect(server.faults).toEqual([]));
});
