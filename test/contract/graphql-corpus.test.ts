/** Sends every hostile and every sound request of the corpus to a real listener over a real database, in production mode. */
import { expandRequest } from '../corpus/expand-request';
import { castFor, type Cast } from '../corpus/graphql-cast';
import { GRAPHQL_CASES, type GraphqlCase } from '../corpus/graphql-case';
import { LABELS, STAND_INS, toOurOperations, type Named } from '../corpus/to-our-operations';
import { leaksOf } from '../support/leaks';
import { describeEachDatabase } from '../support/databases';
import { sendRaw, type RawAnswer } from '../support/raw-request';
import { startServer, type TestServer } from '../support/graphql-server';
import { runningService } from '../support/running-service';

const CASES = GRAPHQL_CASES.map((one) => ({
  ...one,
  expected: { ...one.expected, ...LABELS[one.id]?.expected },
}));
const isSlow = ({ request }: GraphqlCase) => request.$gen?.kind === 'slowBody';
const single = CASES.filter((one) => one.expected.outcome !== 'once' && !isSlow(one));
const strangers = CASES.filter(({ id }) => /tenant-(001|003|013)$/.test(id));
const MAX_BYTES = 20_000;

/** Values at the root of an answer that say something was done or shown. */
function shown({ text }: RawAnswer): unknown[] {
  const { data } = JSON.parse(text === '' ? '{}' : text) as { data?: Record<string, unknown> | null };
  return Object.values(data ?? {}).filter((value) => value !== null && !isRefusal(value));
}

function isRefusal(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRefusal);
  const { code, status } = value as { code?: string; status?: string; severity?: string };
  return code !== undefined || status === 'REJECTED';
}

interface Timing {
  readonly category: string;
  readonly outcome: string;
  readonly milliseconds: number;
  readonly late: boolean;
}

function printTable(name: string, timings: readonly Timing[]): void {
  const categories = [...new Set(timings.map(({ category }) => category))];
  const rows = categories.map((category) => {
    const own = timings.filter((timing) => timing.category === category);
    const count = (...outcomes: string[]) => own.filter(({ outcome }) => outcomes.includes(outcome)).length;
    const counts = [count('ok'), count('refused', 'refused-or-ignored'), count('authz'), count('once')];
    const slowest = Math.max(...own.map(({ milliseconds }) => milliseconds)).toFixed(0);
    const late = own.filter((timing) => timing.late).length;
    return [category.padEnd(10), ...[...counts, slowest, late].map((cell) => String(cell).padStart(8))].join(
      '',
    );
  });
  const head = `${name.padEnd(10)}      ok refused   authz    once slowest/ms late`;
  process.stdout.write(`\n${[head, ...rows].join('\n')}\n`);
}

describeEachDatabase('the corpus of requests', (database) => {
  const service = runningService(database, { NODE_ENV: 'production' });
  const timings: Timing[] = [];
  let cast: Cast;

  const send = async (one: GraphqlCase, instead: Partial<Named> = {}): Promise<RawAnswer> => {
    const named = { ...(await cast.named(one.id)), ...instead };
    const request = expandRequest(toOurOperations(one, named));
    const secrets = cast.secrets(one.category);
    const filled = (text: string) =>
      text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => secrets[name] ?? '');
    const headers = JSON.parse(filled(JSON.stringify(request.headers))) as typeof request.headers;
    const body =
      request.body.length > 100_000 ? request.body : Buffer.from(bytesFilled(request.body, filled));
    return sendRaw(service.url, { ...request, headers, body });
  };
  const bytesFilled = (body: Buffer, filled: (text: string) => string) =>
    body.includes('{{') ? filled(body.toString('utf8')) : body;

  beforeAll(async () => {
    cast = await castFor(service);
    const answered = await service.ask<{ acceptOffer: { __typename: string } }>(
      'mutation($id: ID!, $key: ID!) { acceptOffer(input: { recommendationId: $id, idempotencyKey: $key }) { __typename } }',
      { id: (await cast.named('gql-scalar-017')).recommendation, key: 'k-1' },
    );
    expect(answered.acceptOffer.__typename).toBe('OfferAccepted');
  });
  afterAll(() => printTable(database.url.split(':')[0] ?? '', timings));

  const note = (one: GraphqlCase, { milliseconds }: RawAnswer) =>
    timings.push({
      category: one.category,
      outcome: one.expected.outcome,
      milliseconds,
      late: milliseconds > (one.expected.maxMs ?? 200),
    });

  it.each(single)('$id comes to $expected.outcome: $why', async (one) => {
    const answer = await send(one);
    note(one, answer);
    const { expected } = one;
    expect(expected.status).toContain(answer.status);
    expect(Buffer.byteLength(answer.text)).toBeLessThan(MAX_BYTES);
    expect(leaksOf(answer.text)).toEqual([]);
    if (expected.noData === true) expect(shown(answer)).toEqual([]);
    if (expected.outcome === 'ok') expect(shown(answer)).not.toEqual([]);
    if (expected.code !== undefined) expect(answer.text).toContain(`"${expected.code}"`);
    for (const word of expected.mustNotBody ?? []) expect(answer.text).not.toContain(word);
    for (const [name, values] of Object.entries(expected.mustNotHeader ?? {})) {
      const given = answer.headers[name];
      if (given !== undefined) expect(values).not.toContain(values.includes('*') ? '*' : given);
    }
  });

  it.each(strangers)('$id is answered as one for an id that nobody made', async (one) => {
    const masked = ({ status, text }: RawAnswer, ...ids: string[]) => [
      status,
      ids.reduce((rest, id) => rest.replaceAll(id, 'ID'), text).replace(/"requestId":"[^"]*"/g, ''),
    ];
    const { acc_9, foreignRecommendation } = await cast.named(one.id);
    const nobody = await send(one, { acc_9: 'nobody', foreignRecommendation: 'nobody' });
    expect(masked(await send(one), acc_9, foreignRecommendation)).toEqual(masked(nobody, 'nobody'));
  });

  it('the hash of a query that was never stored does not call it', async () => {
    const one = CASES.find(({ id }) => id === 'gql-leak-017')!;
    const { extensions } = one.request.body as { extensions: object };
    const answer = await send({ ...one, request: { ...one.request, body: { extensions } } });
    expect([answer.status, shown(answer)]).toEqual([400, []]);
  });

  it('no request has left anything on the objects of the process', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { id?: unknown }).id).toBeUndefined();
  });
});

describe('what is said about the corpus', () => {
  it('speaks of cases and operations that are in it', () => {
    const ids = GRAPHQL_CASES.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(LABELS)));
    const text = JSON.stringify(GRAPHQL_CASES);
    for (const placeholder of Object.keys(STAND_INS)) expect(text).toContain(placeholder);
  });

  it('leaves none of its 89 cases out', () => {
    const raced = CASES.filter(({ expected }) => expected.outcome === 'once').map(({ id }) => id);
    expect(raced).toEqual(['gql-race-001', 'gql-race-003', 'gql-race-005']);
    expect(single.length + raced.length + CASES.filter(isSlow).length).toBe(89);
  });
});

/** It takes as long as the server waits, so it is sent first and looked at last. */
describe('the corpus of requests, those that never end', () => {
  const [one] = CASES.filter(isSlow);

  it(`${one?.id} comes to refused: ${one?.why}`, async () => {
    const answer = await slow;
    process.stdout.write(`\n${one?.id}: ${answer.status} after ${answer.milliseconds.toFixed(0)} ms\n`);
    expect(one?.expected.status).toContain(answer.status);
  }, 60_000);
});

let server: TestServer;
let slow: Promise<RawAnswer>;
beforeAll(async () => {
  server = await startServer();
  const { request } = CASES.find(isSlow)!;
  const headers = { ...request.headers, authorization: 'Bearer all' };
  slow = sendRaw(server.url, { ...expandRequest(request), headers });
});
afterAll(() => server.close());
