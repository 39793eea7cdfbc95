import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer, toAnswer, type TestServer } from '../../support/graphql-server';

const MAX_BODY = 256 * 1024;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const HELLO = JSON.stringify({ query: '{ __typename }' });
const padded = (bytes: number) => HELLO + ' '.repeat(bytes - HELLO.length);
const chunked = (text: string) =>
  new ReadableStream({ start: (c) => (c.enqueue(new TextEncoder().encode(text)), c.close()) });

describe('a media type', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'APPLICATION/JSON',
  ])('%s is taken', async (type) =>
    expect((await server.post(HELLO, { 'content-type': type })).status).toBe(200),
  );

  it.each([
    'text/plain',
    'application/graphql',
    'application/jsonx',
    'application/json; charset=utf-16le',
    'application/json; charset=utf-8; x=y',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'message/rfc822',
  ])('%s is refused', async (type) => {
    const { status, json } = await server.post(HELLO, { 'content-type': type });
    expect(status).toBe(415);
    expect(json.errors?.[0]?.extensions.code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  it('must be there', async () => {
    expect((await server.post(new TextEncoder().encode(HELLO), { 'content-type': null })).status).toBe(415);
  });

  it.each(['gzip', 'br', 'deflate', 'gzip, identity'])(
    'with content-encoding %s is refused',
    async (encoding) => {
      const { status, json } = await server.post(HELLO, { 'content-encoding': encoding });
      expect([status, json.errors?.[0]?.extensions.code]).toEqual([415, 'UNSUPPORTED_CONTENT_ENCODING']);
    },
  );
});

describe('the body', () => {
  it.each([
    [MAX_BODY - 1, 200],
    [MAX_BODY, 200],
    [MAX_BODY + 1, 413],
    [4 * MAX_BODY, 413],
  ])('of %i bytes is answered with %i', async (bytes, status) => {
    expect((await server.post(padded(bytes))).status).toBe(status);
  });

  it.each([
    [MAX_BODY, 200],
    [MAX_BODY + 1, 413],
  ])('of %i bytes without a declared length is answered with %i', async (bytes, status) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      body: chunked(padded(bytes)),
      headers: { 'content-type': 'application/json', authorization: 'Bearer all' },
      duplex: 'half',
    });
    expect(response.status).toBe(status);
  });

  it('may come with its head, in pieces, and after another one on the same connection', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8').on('data', (text: string) => (received += text));
    const head =
      'POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer all\r\ncontent-type: application/json\r\n' +
      `content-length: ${HELLO.length}\r\n\r\n`;
    for (const pieces of [[head + HELLO], [head, HELLO.slice(0, 5), HELLO.slice(5)], [head + HELLO]]) {
      received = '';
      for (const piece of pieces) {
        await sleep(5);
        socket.write(piece);
      }
      while (!received.endsWith('}\n')) await once(socket, 'data');
      expect(received).toMatch(/^HTTP\/1.1 200 OK[^]*{"data":{"__typename":"Query"}}\n$/);
    }
    socket.destroy();
  });

  it('counts bytes, not characters', async () => {
    const query = JSON.stringify({ query: '{ __typename }', variables: { x: 'ü'.repeat(MAX_BODY / 2) } });
    expect((await server.post(query)).json.errors?.[0]?.extensions.code).toBe('BODY_TOO_LARGE');
  });

  it.each([
    ['is cut within a character', new Uint8Array([0x22, 0xc3])],
    ['has an overlong form', new Uint8Array([0xc0, 0xaf])],
    ['is UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00])],
  ])('that %s is refused as not UTF-8', async (_name, bytes) => {
    const { status, json } = await server.post(bytes);
    expect([status, json.errors?.[0]?.extensions.code]).toEqual([400, 'BODY_NOT_UTF8']);
  });

  it.each([
    ['', 'not valid JSON at line 1, column 1'],
    ['{', 'not valid JSON at line 1, column 1'],
    ['{"query":\n  oops}', 'not valid JSON at line 2, column 3'],
    ['{"query":"{__typename}"} x', 'not valid JSON at line 1, column 26'],
    ['['.repeat(100_000), 'not valid JSON'],
    ['null', 'must be a JSON object'],
    ['"{__typename}"', 'must be a JSON object'],
    ['[]', 'one operation per request'],
    ['[{"query":"{__typename}"}]', 'one operation per request'],
    ['{}', '`query` must be a text'],
    ['{"query":null}', '`query` must be a text'],
    ['{"query":"  "}', '`query` must be a text'],
    ['{"query":["{__typename}"]}', '`query` must be a text'],
    ['{"query":"{__typename}","variables":"x"}', '`variables` must be a JSON object'],
    ['{"query":"{__typename}","variables":[1]}', '`variables` must be a JSON object'],
    ['{"query":"{__typename}","operationName":5}', '`operationName` must be a text'],
  ])('%.60s is refused: %s', async (body, message) => {
    const { status, json } = await server.post(body);
    expect(status).toBe(400);
    expect(json.errors?.[0]?.message).toContain(message);
    expect(json.errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it.each([
    '{"query":"{__typename}","variables":null,"operationName":null}',
    '{"query":"\\ufeff{__typename}"}',
    '{"query":"{__typename}","extensions":{"persistedQuery":{"version":1}}}',
  ])('%s is taken', async (body) =>
    expect((await server.post(body)).json).toEqual({ data: { __typename: 'Query' } }),
  );
});

describe('a method or path', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    '%s /graphql is 405 and names POST',
    async (method) => {
      const response = await fetch(`${server.url}/graphql?query={__typename}`, {
        method,
        headers: { authorization: 'Bearer all' },
      });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it.each([
    '/',
    '/graphql/',
    '/Graphql',
    '/graphql.json',
    '/%67raphql',
    '/../graphql2',
    '/.env',
    '/__proto__',
  ])('%s is 404 in JSON', async (path) => {
    const answer = await toAnswer(await fetch(server.url + path));
    expect([answer.status, answer.json.errors?.[0]?.extensions.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('every answer', () => {
  it.each([
    ['an answer', { 'content-type': 'application/json' }],
    ['a refusal', { 'content-type': 'text/plain' }],
    ['an unknown caller', { authorization: null }],
  ])('of the kind of %s carries the security headers and names no software', async (_name, headers) => {
    const answer = await server.post(HELLO, headers);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('server')).toBeNull();
  });

  it('that is a refusal names the request', async () => {
    const { json } = await server.post('{');
    expect(json.errors?.[0]?.extensions.requestId).toMatch(/^req-\d+$/);
  });
});
