import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RequestRecord } from '../../../src/adapters/http/request-record';
import { startServer, type TestServer } from '../../support/graphql-server';
import { decision } from '../../support/graphql-services';

const EVALUATION = '{"query":"{ recommendedOffers(accountId: \\"acc-1\\") { id } }"}';
const REPORT = '{"query":"{ rules(first: 1) { totalCount } }"}';
const ANSWER =
  '{"query":"mutation { dismissNotification(input: { notificationId: \\"x\\", idempotencyKey: \\"k\\" }) { __typename } }"}';
const ESCAPED_ANSWER = ANSWER.replace('mutation', '\\u006dutation');

/** One place to work and two to wait in, where time stands still; who works does so until it is told to end. */
class BusyServer {
  readonly records: RequestRecord[] = [];
  authenticated = 0;
  private readonly held: (() => void)[] = [];
  private readonly sockets: Socket[] = [];
  server!: TestServer;

  async start(): Promise<void> {
    this.server = await startServer(
      { decide: () => new Promise((resolve) => this.held.push(() => resolve(decision))) },
      {
        limits: { concurrency: 1, queued: 2, now: () => 0 },
        priorityOf: ({ name }) =>
          name === 'recommendedOffers'
            ? 'evaluations'
            : name === 'dismissNotification'
              ? 'answers'
              : 'reports',
        observe: (record) => void this.records.push(record),
        authenticator: {
          authenticate: async () => {
            this.authenticated += 1;
            return {
              kind: 'api-key',
              id: 'k',
              name: 'k',
              scopes: new Set(['offers:read', 'rules:read', 'responses:write']),
            };
          },
        },
      },
    );
  }

  /** Sends it on a connection of its own and waits until the server has taken it or turned it away. */
  async send(body: string, length = Buffer.byteLength(body)): Promise<Asked> {
    const before = this.authenticated + this.records.length;
    const socket = connect(Number(new URL(this.server.url).port), '127.0.0.1');
    this.sockets.push(socket);
    await once(socket, 'connect');
    const asked = new Asked(socket);
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer k\r\ncontent-type: application/json\r\n' +
        `content-length: ${length}\r\n\r\n${body}`,
    );
    while (this.authenticated + this.records.length === before) await nextTurn();
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    return asked;
  }

  /** Lets the one that works end; those that begin thereafter end as well. */
  async release(answers: readonly Asked[]): Promise<void> {
    while (answers.some(({ text }) => text === '')) {
      this.held.shift()?.();
      await nextTurn();
    }
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await this.server.close();
  }
}

/** A request on its way; `text` is what came back so far. */
class Asked {
  text = '';

  constructor(readonly socket: Socket) {
    socket.on('data', (bytes) => (this.text += bytes.toString()));
    socket.on('error', () => undefined);
  }

  async status(): Promise<number> {
    while (this.text === '') await nextTurn();
    return Number(/^HTTP\/1.1 (\d+)/.exec(this.text)?.[1]);
  }
}

let busy: BusyServer;
beforeEach(async () => {
  busy = new BusyServer();
  await busy.start();
});
afterEach(() => busy.stop());

it('gives up reports first, then evaluations, and answers last', async () => {
  const working = await busy.send(EVALUATION);
  const [report, first] = [await busy.send(REPORT), await busy.send(EVALUATION)];
  const second = await busy.send(EVALUATION);
  expect(await report.status()).toBe(503);
  expect(await (await busy.send(REPORT)).status()).toBe(503);
  expect(await (await busy.send(EVALUATION)).status()).toBe(503);
  const answer = await busy.send(ANSWER);
  expect([await second.status(), first.text]).toEqual([503, '']);
  const escaped = await busy.send(ESCAPED_ANSWER);
  expect(await first.status()).toBe(503);
  expect(await (await busy.send(ANSWER)).status()).toBe(503);
  expect([working.text, answer.text, escaped.text]).toEqual(['', '', '']);
  await busy.release([working, answer, escaped]);
  expect([await working.status(), await answer.status(), await escaped.status()]).toEqual([200, 200, 200]);
});

describe('while only answers have room', () => {
  beforeEach(async () => {
    for (let sent = 0; sent < 3; sent += 1) await busy.send(EVALUATION);
  });

  it.each([
    ['an evaluation', EVALUATION],
    ['what is no JSON', '{{{'],
    ['what is no UTF-8 either', '\xff\xfe{'],
    ['nothing', ''],
  ])('%s is refused before anybody asks who sent it or looks into it', async (_what, body) => {
    const { authenticated } = busy;
    const asked = await busy.send(body);
    expect(await asked.status()).toBe(503);
    expect(asked.text).toContain('"code":"OVERLOADED"');
    expect(asked.text.toLowerCase()).toContain('\r\nretry-after: 1\r\n');
    expect(busy.authenticated).toBe(authenticated);
    expect(busy.records).toMatchObject([
      { outcome: 'shed', operation: 'other', priority: null, status: 503 },
    ]);
  });

  it('a refusal is whole: its length is right, it names the request and has the headers of every answer', async () => {
    const { text } = await busy.send(EVALUATION);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    const { errors } = JSON.parse(body) as { errors: [{ extensions: { requestId: string } }] };
    expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
    expect(head).toContain(`x-request-id: ${errors[0].extensions.requestId}`);
    expect(errors[0].extensions.requestId).toMatch(/^req-\d+$/);
    for (const name of ['x-content-type-options', 'cache-control', 'content-security-policy', 'content-type'])
      expect(head).toContain(`${name}: `);
  });

  it('what has the word in it but is no answer is read, and then refused', async () => {
    const { authenticated } = busy;
    expect(await (await busy.send(`{"query":"{ rules { key } } # mutation"}`)).status()).toBe(503);
    expect(busy.authenticated).toBe(authenticated + 1);
  });

  it('the connection stays open for the next request', async () => {
    const asked = await busy.send(EVALUATION);
    asked.text = '';
    asked.socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(await asked.status()).toBe(200);
  });

  it('probes and other paths pass', async () => {
    expect((await fetch(`${busy.server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${busy.server.url}/nowhere`)).status).toBe(404);
  });
});

it('refuses at the head of a request when nothing has room: its body has not even been sent', async () => {
  await busy.send(EVALUATION);
  await busy.send(ANSWER);
  await busy.send(ANSWER);
  const { authenticated } = busy;
  const asked = await busy.send('', 1_000);
  expect(await asked.status()).toBe(503);
  expect(busy.authenticated).toBe(authenticated);
});
