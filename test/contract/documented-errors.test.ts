/** Holds docs/api-errors.md to the code and to the schema: every code there is, and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { buildContractSchema } from '../../src/adapters/graphql/contract-schema';
import { startServer } from '../support/graphql-server';
import { tableRows } from '../support/markdown-tables';

const rows = tableRows('docs/api-errors.md');
const isStatus = (cell: string | undefined) => /^\d{3}$/.test(cell ?? '');
const inErrors = new Map(
  rows.filter(([, status]) => isStatus(status)).map(([code = '', status]) => [code, Number(status)]),
);
const asData = rows
  .filter(([, type]) => !isStatus(type))
  .map(([code = '', type = '']) => [code, type] as const);

const sourceOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
const codesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, code]) => code ?? '');

/** Codes that Apollo gives by itself. */
const OF_APOLLO = ['GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE'];

describe('docs/api-errors.md', () => {
  it('lists every code of the top-level errors', () => {
    const text = sourceOf('src/adapters/http') + sourceOf('src/adapters/graphql');
    const found = codesIn(text, /(?:code: |\[\d{3}, |return |: (?='REPORT_))'([A-Z_0-9]+)'/g);
    expect([...inErrors.keys()].sort()).toEqual([...new Set([...found, ...OF_APOLLO])].sort());
  });

  it('lists every code of the errors that are data, and their types', () => {
    const results = ['respond/response-results.ts', 'govern/govern-results.ts']
      .map((file) => readFileSync(`src/application/${file}`, 'utf8'))
      .join('\n');
    const pairs = [...results.matchAll(/Refusal<'(\w+)', (?:'([A-Z_]+)'|SuppressionCode)>/g)];
    const recorded = pairs.map(([, type = '', code]) => `${code ?? 'a suppression code'} ${type}`);
    const ingest = readFileSync('src/application/ingest/ingest-result.ts', 'utf8');
    const union = /type IngestErrorCode = ([^;]*);/.exec(ingest)?.[1] ?? '';
    const items = codesIn(union, /'([A-Z_]+)'/g).map(
      (code) => `${code} ${code === 'VERSION_CONFLICT' ? 'VersionConflict' : 'InvalidInput'}`,
    );
    expect(asData.map(([code, type]) => `${code} ${type}`).sort()).toEqual([...recorded, ...items].sort());
  });

  it('names every type of error that the schema has', () => {
    const types = Object.values(buildContractSchema().getTypeMap()).filter(
      (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'DomainError'),
    );
    expect([...new Set(asData.map(([, type]) => type))].sort()).toEqual(types.map(({ name }) => name).sort());
  });

  it('says what each means and how to mend it', () => {
    for (const cells of rows) for (const cell of cells.slice(-2)) expect(cell).toMatch(/\w{2,}.*\.$|`\.?$/);
  });
});

describe('the status of an error', () => {
  const ask = (query: string, variables?: object, token = 'all') => ({
    body: JSON.stringify({ query, variables }),
    headers: { authorization: `Bearer ${token}` } as Record<string, string | null>,
  });
  const REQUESTS = {
    ACCOUNT_NOT_FOUND: ask('{ recommendedOffers(accountId: "x") { id } }'),
    AUDIENCE_NOT_FOUND: ask('{ accounts(audience: "nobody") { totalCount } }'),
    BAD_REQUEST: { body: '[]', headers: {} },
    BAD_USER_INPUT: ask('query($n: Int) { rules(first: $n) { totalCount } }', { n: 'x' }),
    BODY_NOT_UTF8: { body: new Uint8Array([0xc0]), headers: {} },
    BODY_TOO_LARGE: { body: 'x'.repeat(300_000), headers: {} },
    DOCUMENT_TOO_LARGE: ask(`{ ${'__typename '.repeat(401)} }`),
    FORBIDDEN: ask('{ rules { totalCount } }', {}, 'offers_read'),
    GRAPHQL_PARSE_FAILED: ask('{'),
    GRAPHQL_VALIDATION_FAILED: ask('{ nothing }'),
    INVALID_ARGUMENT: ask('{ rules(first: 101) { totalCount } }'),
    INVALID_CURSOR: ask('{ rules(after: "x") { totalCount } }'),
    OPERATION_RESOLUTION_FAILURE: ask('query a { __typename } query b { __typename }'),
    UNAUTHENTICATED: ask('{ __typename }', {}, 'nobody'),
    UNSUPPORTED_CONTENT_ENCODING: { body: '{}', headers: { 'content-encoding': 'gzip' } },
    UNSUPPORTED_MEDIA_TYPE: { body: '{}', headers: { 'content-type': 'text/plain' } },
    UNSUPPORTED_OPERATION: ask('subscription { inAppNotifications(accountId: "x") { id } }'),
  };

  it.each(Object.entries(REQUESTS))('%s is as documented', async (code, { body, headers }) => {
    const server = await startServer();
    const { status, json } = await server.post(body, headers);
    await server.close();
    expect([status, json.errors?.[0]?.extensions.code]).toEqual([inErrors.get(code), code]);
  });
});
