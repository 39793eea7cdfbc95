import { DatabaseFault } from '../../../src/adapters/persistence/database-fault';
import { AccountChanges } from '../../../src/application/watch/account-changes';
import { openStream, type EventStream } from '../../support/event-stream';
import { startServer, toAnswer, type TestServer } from '../../support/graphql-server';
import { testServices } from '../../support/graphql-services';

const WATCH = 'subscription ($id: ID!) { inAppNotifications(accountId: $id) { title } }';

let changes: AccountChanges;
let server: TestServer;
let title: string;
const open: EventStream[] = [];

beforeEach(async () => {
  changes = new AccountChanges({ feeds: 3, feedsPerAccount: 2 });
  title = 'first';
  const plain = testServices();
  server = await startServer({
    watchAccount: async (id) => changes.watch(id),
    notify: async (question) => {
      const answer = await plain.notify(question);
      return 'failure' in answer ? answer : answer.map((one) => ({ ...one, title }));
    },
  });
});

afterEach(async () => {
  for (const stream of open.splice(0)) stream.close();
  changes.end();
  await server.close();
});

const watch = async (id = 'acc-1', token = 'all', query = WATCH): Promise<EventStream> => {
  const stream = await openStream(server.url, token, query, { id });
  open.push(stream);
  return stream;
};
const titleOf = async (stream: EventStream) =>
  (await stream.next())?.data?.inAppNotifications?.map((one) => one.title);

describe('a stream of notifications', () => {
  it('begins with those to show now, and tells of every change', async () => {
    const stream = await watch();
    expect(await titleOf(stream)).toEqual(['first']);
    title = 'second';
    changes.changed(['acc-1']);
    expect(await titleOf(stream)).toEqual(['second']);
  });

  it('says nothing when what is shown stays the same, or another account changed', async () => {
    const stream = await watch();
    await stream.next();
    changes.changed(['acc-2']);
    changes.changed(['acc-1']);
    await new Promise((resolve) => setTimeout(resolve, 50));
    title = 'second';
    changes.changed(['acc-1']);
    expect(await titleOf(stream)).toEqual(['second']);
  });

  it('is bounded in number, for one account and altogether, and places come free', async () => {
    const streams = [await watch(), await watch()];
    const third = await watch();
    expect(third.status).toBe(429);
    expect((await third.next())?.errors?.[0]?.extensions.code).toBe('TOO_MANY_STREAMS');
    streams[0]?.close();
    while (changes.count > 1) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await watch()).status).toBe(200);
  });

  it('ends when the process drains', async () => {
    const stream = await watch();
    await stream.next();
    changes.end();
    expect(await stream.next()).toBeNull();
    expect(changes.count).toBe(0);
  });

  it.each([
    ['an unknown account', 'nobody', 'all', WATCH, 400, 'ACCOUNT_NOT_FOUND'],
    ['a key without the scope', 'acc-1', 'data_ingest', WATCH, 403, 'FORBIDDEN'],
    ['no key', 'acc-1', 'nonsense', WATCH, 401, 'UNAUTHENTICATED'],
    ['a query', 'acc-1', 'all', '{ operatorCatalogue { name } }', 400, 'UNSUPPORTED_OPERATION'],
    ['no GraphQL', 'acc-1', 'all', 'subscription {', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'acc-1', 'all', 'subscription { nothing }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'too deep a text',
      'acc-1',
      'all',
      `subscription { inAppNotifications(accountId: "acc-1") ${'{ offer '.repeat(11)}{ id }${'}'.repeat(11)} }`,
      400,
      'DOCUMENT_TOO_LARGE',
    ],
  ])('refuses %s', async (_what, id, token, query, status, code) => {
    const stream = await watch(id, token, query);
    expect(stream.status).toBe(status);
    expect((await stream.next())?.errors?.[0]?.extensions.code).toBe(code);
    expect(changes.count).toBe(0);
  });

  it('is 503 when the database is away, and a fault of ours when something is broken', async () => {
    const broken = await startServer({
      describeAccounts: async ([id]) => {
        if (id === 'bug') throw new TypeError('x is undefined');
        throw new DatabaseFault('DATABASE_UNREACHABLE', 'The database mysql://db.internal is away.');
      },
    });
    for (const [id, status, code] of [
      ['acc-1', 503, 'UNAVAILABLE'],
      ['bug', 500, 'INTERNAL_SERVER_ERROR'],
    ] as const) {
      const stream = await openStream(broken.url, 'all', WATCH, { id });
      expect([stream.status, (await stream.next())?.errors?.[0]?.extensions.code]).toEqual([status, code]);
    }
    await broken.close();
  });

  it('is named by its request in the answer, refused or not', async () => {
    for (const accept of ['text/event-stream', 'application/json']) {
      const { headers, body } = await fetch(`${server.url}/graphql/stream`, {
        method: 'POST',
        headers: {
          accept,
          'content-type': 'application/json',
          authorization: 'Bearer all',
          'x-request-id': 'my-request-1',
        },
        body: JSON.stringify({ query: WATCH, variables: { id: 'acc-1' } }),
      });
      expect(headers.get('x-request-id')).toBe('my-request-1');
      await body?.cancel();
    }
  });

  it('wants to be asked for events', async () => {
    const answer = await toAnswer(
      await fetch(`${server.url}/graphql/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer all' },
        body: JSON.stringify({ query: WATCH, variables: { id: 'acc-1' } }),
      }),
    );
    expect([answer.status, answer.json.errors?.[0]?.extensions.code]).toEqual([406, 'NOT_ACCEPTABLE']);
  });
});
