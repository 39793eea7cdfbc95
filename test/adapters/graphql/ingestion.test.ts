import type { IngestOutcome } from '../../../src/application/ingest/ingest-result';
import { startServer } from '../../support/graphql-server';

const RECORD = `mutation($input: [UsageEventInput!]!) { recordUsage(input: $input) { id status error {
  __typename code message ... on InvalidInput { pointer hint } } } }`;
const event = (id: string, more: object = {}) => ({
  id,
  accountId: 'acc-1',
  metric: 'seats',
  value: 1,
  at: '2026-06-01T00:00:00Z',
  ...more,
});

const serveWith = async (outcome: IngestOutcome | Error) => {
  const seen: unknown[] = [];
  const recordUsage = async (input: unknown) => {
    seen.push(input);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return { seen, server: await startServer({ recordUsage, upsertAccounts: recordUsage }) };
};

describe('a batch', () => {
  it('comes back item by item, each error of its type', async () => {
    const rejected = (code: 'INVALID_INPUT' | 'METRIC_NOT_FOUND' | 'VERSION_CONFLICT') => ({
      id: code,
      status: 'REJECTED' as const,
      error: { code, message: `${code}!`, pointer: '/metric', hint: 'Did you mean `seats`?' },
    });
    const results = [
      { id: 'a', status: 'APPLIED' as const, error: null },
      { id: 'b', status: 'DUPLICATE' as const, error: null },
      ...(['INVALID_INPUT', 'METRIC_NOT_FOUND', 'VERSION_CONFLICT'] as const).map(rejected),
    ];
    const { server } = await serveWith({ results });
    const { json } = await server.ask(RECORD, { input: [] });
    const invalid = { __typename: 'InvalidInput', pointer: '/metric', hint: 'Did you mean `seats`?' };
    expect(json.data?.['recordUsage']).toEqual([
      ...results.slice(0, 2),
      {
        id: 'INVALID_INPUT',
        status: 'REJECTED',
        error: { ...invalid, code: 'INVALID_INPUT', message: 'INVALID_INPUT!' },
      },
      {
        id: 'METRIC_NOT_FOUND',
        status: 'REJECTED',
        error: { ...invalid, code: 'METRIC_NOT_FOUND', message: 'METRIC_NOT_FOUND!' },
      },
      {
        id: 'VERSION_CONFLICT',
        status: 'REJECTED',
        error: { __typename: 'VersionConflict', code: 'VERSION_CONFLICT', message: 'VERSION_CONFLICT!' },
      },
    ]);
    await server.close();
  });

  it('reaches the use case with defaults filled in, times in UTC and bad times as they were sent', async () => {
    const { seen, server } = await serveWith({ results: [] });
    await server.ask(RECORD, {
      input: [event('a', { at: '2026-06-01T02:00:00+02:00' }), event('b', { at: 'yesterday', kind: 'ADD' })],
    });
    expect(seen).toEqual([
      [
        { ...event('a', { at: '2026-06-01T00:00:00.000Z' }), kind: 'SET' },
        { ...event('b', { at: 'yesterday' }), kind: 'ADD' },
      ],
    ]);
    await server.close();
  });

  it('keeps JSON as it is, odd names included', async () => {
    const { seen, server } = await serveWith({ results: [] });
    const attributes = JSON.parse('{"__proto__":{"x":1},"constructor":2,"a":[null,{"b":1.5}]}') as object;
    await server.ask('mutation($input: [AccountInput!]!) { upsertAccounts(input: $input) { id } }', {
      input: [{ id: 'a', name: 'A', status: 'PAYING', attributes }],
    });
    expect(JSON.stringify((seen[0] as { attributes: object }[])[0]?.attributes)).toBe(
      JSON.stringify(attributes),
    );
    expect(({} as { x?: unknown }).x).toBeUndefined();
    await server.close();
  });

  it('that is too large is one named error', async () => {
    const { server } = await serveWith({
      refused: { code: 'BATCH_TOO_LARGE', message: 'At most 1,000 items.', limit: 1_000 },
    });
    const { status, json } = await server.ask(RECORD, { input: [] });
    expect([status, json.errors?.[0]?.extensions.code, json.errors?.[0]?.extensions['limit']]).toEqual([
      200,
      'BATCH_TOO_LARGE',
      1_000,
    ]);
    await server.close();
  });

  it('whose shape the schema refuses does nothing', async () => {
    const { seen, server } = await serveWith({ results: [] });
    const { status, json } = await server.ask(RECORD, { input: [event('a'), { id: 'b' }] });
    expect([status, json.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(json.errors?.[0]?.message).toContain('$input[1]');
    expect(seen).toEqual([]);
    await server.close();
  });
});
