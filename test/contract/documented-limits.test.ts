/** Holds docs/limits.md to the code, number by number, and tries what has no test of its own at its limit and one above. */
import { request as httpRequest } from 'node:http';
import { MAX_ID_BYTES } from '../../src/adapters/graphql/arguments';
import { COST } from '../../src/adapters/http/document-cost';
import { DOCUMENT_LIMITS, MAX_TOKENS, MAX_TOLD_ERRORS } from '../../src/adapters/http/document-limits';
import { MAX_HEADER_BYTES } from '../../src/adapters/http/http-server';
import { MAX_BODY_BYTES } from '../../src/adapters/http/request-refusal';
import { TOKEN_LIFETIME } from '../../src/application/access/create-account-token';
import { MAX_KEY_NAME_LENGTH } from '../../src/application/access/create-api-key';
import { refuseLargeBatch } from '../../src/application/ingest/ingest-result';
import { MAX_PAGE_SIZE } from '../../src/application/page-size';
import { badComment, badKey } from '../../src/application/respond/input-checks';
import { startServer, type TestServer } from '../support/graphql-server';
import { tableRows } from '../support/markdown-tables';

const rows = new Map(tableRows('docs/limits.md').map(([name = '', ...rest]) => [name, rest]));
const errors = new Set(tableRows('docs/api-errors.md').map(([code]) => code));
const numberOf = (name: string) => Number(rows.get(name)?.[0]);

const CONSTANTS: Readonly<Record<string, number>> = {
  Body: MAX_BODY_BYTES,
  Head: MAX_HEADER_BYTES,
  Operations: 1,
  Tokens: MAX_TOKENS,
  Depth: DOCUMENT_LIMITS.depth,
  Fields: DOCUMENT_LIMITS.fields,
  Aliases: DOCUMENT_LIMITS.aliases,
  Directives: DOCUMENT_LIMITS.directives,
  Mutations: DOCUMENT_LIMITS.mutations,
  Cost: COST.most,
  Page: MAX_PAGE_SIZE,
  Batch: refuseLargeBatch(Array(1_000_000))?.refused.limit ?? 0,
  Id: MAX_ID_BYTES,
  'Key name': MAX_KEY_NAME_LENGTH,
  'Token lifetime, longest': TOKEN_LIFETIME.longest,
  'Token lifetime, shortest': TOKEN_LIFETIME.shortest,
  'Told mistakes': MAX_TOLD_ERRORS,
};

/** Limits that are a check, not a number. */
const CHECKS: Readonly<Record<string, (size: number) => boolean>> = {
  'Idempotency key': (size) => badKey('k'.repeat(size)) === null,
  Comment: (size) => badComment('c'.repeat(size)) === null,
};

describe('docs/limits.md', () => {
  it('lists every limit and no other', () => {
    expect([...rows.keys()].sort()).toEqual(
      [...Object.keys(CONSTANTS), ...Object.keys(CHECKS), 'Impressions'].sort(),
    );
  });

  it.each(Object.entries(CONSTANTS))('%s is the number of the code', (name, number) => {
    expect(numberOf(name)).toBe(number);
  });

  it.each(Object.entries(CHECKS))('%s holds at its number and not one above', (name, accepts) => {
    expect([accepts(numberOf(name)), accepts(numberOf(name) + 1)]).toEqual([true, false]);
  });

  it.each([...rows].map(([name, [, code]]) => [name, code]))(
    '%s is refused with a documented code',
    (_name, code) => {
      if (code !== 'none') expect(errors).toContain(code);
    },
  );

  it('names the weights of the cost', () => {
    expect([COST.item, COST.itemsOfUnsizedList, MAX_PAGE_SIZE]).toEqual([10, 5, 100]);
  });
});

describe('a request at the limit and one above', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const codeOf = async (query: string, variables: Record<string, unknown>) =>
    (await server.ask(query, variables)).json.errors?.[0]?.extensions.code;

  it.each([
    ['Page', 'query($n: Int) { rules(first: $n) { totalCount } }', (n: number) => ({ n })],
    ['Id', 'query($id: ID!) { account(id: $id) { id } }', (n: number) => ({ id: 'x'.repeat(n) })],
    [
      'Id',
      'query($id: ID!) { account(id: $id) { id } }',
      (n: number) => ({ id: 'é'.repeat(n / 2) + 'x'.repeat(n % 2) }),
    ],
  ])('%s', async (name, query, variables) => {
    expect(await codeOf(query, variables(numberOf(name)))).toBeUndefined();
    expect(await codeOf(query, variables(numberOf(name) + 1))).toBe(rows.get(name)?.[1]);
  });

  it('Page is at least 1', async () => {
    expect(await codeOf('{ rules(first: 0) { totalCount } }', {})).toBe('INVALID_ARGUMENT');
  });

  it('Told mistakes', async () => {
    const { json } = await server.ask(`{ ${Array.from({ length: 50 }, (_, at) => `nope${at}`).join(' ')} }`);
    expect(json.errors).toHaveLength(MAX_TOLD_ERRORS + 1);
  });

  it.each([
    ['that fill it but for the names of headers', MAX_HEADER_BYTES - 300, 200],
    ['more', MAX_HEADER_BYTES, 431],
  ])('Head: %s', async (_name, size, status) => {
    const { hostname, port } = new URL(server.url);
    const headers = {
      authorization: 'Bearer all',
      'content-type': 'application/json',
      'x-fill': 'x'.repeat(size),
    };
    const answered = new Promise((resolve, reject) => {
      const sent = httpRequest({ hostname, port, method: 'POST', path: '/graphql', agent: false, headers });
      sent.on('response', (response) => resolve(response.resume().statusCode));
      sent.on('error', reject);
      sent.end('{"query":"{__typename}"}');
    });
    expect(await answered).toBe(status);
  });
});
