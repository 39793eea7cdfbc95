import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer, toAnswer, type TestServer } from '../../support/graphql-server';

/** Sends bytes as they are and collects what comes back until the server hangs up. */
function raw(url: string, ...parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let received = '';
    socket.on('data', (data) => (received += data.toString()));
    socket.on('close', () => resolve(received));
    socket.on('error', () => resolve(received));
    for (const part of parts) socket.write(part);
  });
}

const HEAD =
  'POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer all\r\ncontent-type: application/json\r\n';

describe('the probes', () => {
  let ready: () => Promise<boolean>;
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({}, { checkReadiness: () => ready() });
  });
  afterAll(() => server.close());
  const probe = async (path: string) => toAnswer(await fetch(server.url + path));

  it.each([
    ['says yes', () => Promise.resolve(true), 200, 'ready'],
    ['says no', () => Promise.resolve(false), 503, 'unavailable'],
    ['fails', () => Promise.reject(new Error('SELECT 1')), 503, 'unavailable'],
    ['never answers', () => new Promise<boolean>(() => undefined), 503, 'unavailable'],
  ] as const)('/readyz when the check %s', async (_name, check, status, word) => {
    ready = check;
    expect(await probe('/readyz')).toMatchObject({ status, json: { status: word } });
  });

  it('/healthz asks nobody', async () => {
    ready = () => Promise.reject(new Error('must not be asked'));
    expect(await probe('/healthz')).toMatchObject({ status: 200, json: { status: 'ok' } });
  });

  it('need no token and take only GET', async () => {
    const answer = await toAnswer(await fetch(`${server.url}/healthz`, { method: 'POST' }));
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a connection', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it.each([
    ['no HTTP at all', ['hello\r\n\r\n'], /^HTTP\/1.1 400 .*"code":"BAD_REQUEST"/s],
    [
      '17 kB of headers',
      [`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(17_000)}\r\n\r\n`],
      /^HTTP\/1.1 431 .*"code":"HEADERS_TOO_LARGE"/s,
    ],
    [
      'two lengths that differ',
      [`${HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
      /^HTTP\/1.1 400 /,
    ],
    [
      'a length and chunks',
      [`${HEAD}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
      /^HTTP\/1.1 400 /,
    ],
  ])('with %s is answered and closed', async (_name, parts, answer) => {
    expect(await raw(server.url, ...parts)).toMatch(answer);
  });

  it('is kept alive after an answer and after a refusal', async () => {
    const body = '{"query":"{__typename}"}';
    const good = `${HEAD}content-length: ${body.length}\r\n\r\n${body}`;
    const refused = 'GET /nowhere HTTP/1.1\r\nhost: x\r\n\r\n';
    const last = 'GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n';
    const received = await raw(server.url, good, refused, good, last);
    expect(received.match(/HTTP\/1.1 \d+/g)).toEqual([
      'HTTP/1.1 200',
      'HTTP/1.1 404',
      'HTTP/1.1 200',
      'HTTP/1.1 200',
    ]);
  });

  it('that the client leaves within a body disturbs nobody', async () => {
    for (let i = 0; i < 20; i += 1) {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket.write(`${HEAD}content-length: 1000\r\n\r\n{"que`);
      await sleep(5);
      socket.destroy();
    }
    expect((await server.ask('{ __typename }')).status).toBe(200);
    expect(server.faults).toEqual([]);
  });
});

describe('closing', () => {
  const LONGER_THAN_ANY_TEST_MS = 600_000;
  const slow = (ms: number) => ({
    decide: async () => (await sleep(ms), { failure: 'ACCOUNT_NOT_FOUND' as const }),
  });
  const ASK = '{ recommendedOffers(accountId: "x") { id } }';

  it('answers what is under way, takes nothing new and frees the port', async () => {
    const server = await startServer(slow(200));
    const underWay = server.ask(ASK);
    await sleep(50);
    const closed = server.server.close(5_000);
    expect((await underWay).json.errors?.[0]?.extensions.code).toBe('ACCOUNT_NOT_FOUND');
    await closed;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('cuts off what takes longer than the grace', async () => {
    const server = await startServer({ decide: () => new Promise(() => undefined) });
    const cut = expect(server.ask(ASK)).rejects.toThrow();
    await sleep(50);
    await server.server.close(100);
    await cut;
  });

  it('does not wait for connections that idle', async () => {
    const server = await startServer();
    await server.ask('{ __typename }');
    await server.server.close(LONGER_THAN_ANY_TEST_MS);
  });

  it('a port that is taken is reported', async () => {
    const first = await startServer();
    const port = Number(new URL(first.url).port);
    const second = await startServer();
    await expect(second.server.listen(port, '127.0.0.1')).rejects.toThrow();
    await first.close();
    await second.close();
  });
});
