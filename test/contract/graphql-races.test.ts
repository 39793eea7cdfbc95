/** Sends what the corpus sends at once, at once: one effect each, and the same answer for the same call. */
import { setTimeout as sleep } from 'node:timers/promises';
import { castFor, type Cast } from '../corpus/graphql-cast';
import { GRAPHQL_CASES } from '../corpus/graphql-case';
import { describeEachDatabase, rowsOf } from '../support/databases';
import { sendRaw } from '../support/raw-request';
import { runningService } from '../support/running-service';

const repeatOf = (id: string) => GRAPHQL_CASES.find((one) => one.id === id)?.request.repeat ?? 0;

describeEachDatabase('the races of the corpus', (database) => {
  const service = runningService(database, { NODE_ENV: 'production' });
  let cast: Cast;
  beforeAll(async () => {
    cast = await castFor(service);
  });

  /** Who is turned away under load asks again with the same key, as the answer says. */
  const post = async (query: string, variables: object): Promise<string> => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${cast.secrets('race')['TOKEN_RECORD']}`,
    };
    const body = Buffer.from(JSON.stringify({ query, variables }));
    const { status, text } = await sendRaw(service.url, { method: 'POST', path: '/graphql', headers, body });
    if (status === 503 && text.includes('OVERLOADED')) return sleep(20).then(() => post(query, variables));
    expect(status).toBe(200);
    return text;
  };
  const answer = (operation: string, id: string, key: string) =>
    post(
      `mutation($id: ID!, $key: ID!) { ${operation}(input: { recommendationId: $id, idempotencyKey: $key }) { __typename ... on DomainError { code } } }`,
      { id, key },
    );
  const answersOf = async (recommendedTo: string) => {
    const rows = await rowsOf(
      database.url,
      `SELECT kind FROM response_entry WHERE user_id = '${recommendedTo}'`,
    );
    return rows.map(({ kind }) => String(kind)).filter((kind) => kind !== 'IMPRESSION');
  };
  const offerTo = async (account: number, userId: string) => {
    const recommendation = await cast.recommendationOf(cast.accounts[account] ?? '', userId);
    expect(recommendation).not.toBe('');
    return recommendation;
  };
  const times = (id: string, send: (at: number) => Promise<string>) =>
    Promise.all(Array.from({ length: repeatOf(id) }, (_, at) => send(at)));

  it('gql-race-001: 50 times the same yes is one yes, and 50 times the same bytes', async () => {
    const recommendation = await offerTo(0, 'race-001');
    const texts = await times('gql-race-001', () => answer('acceptOffer', recommendation, 'once'));
    expect([texts.length, new Set(texts).size]).toEqual([50, 1]);
    expect(texts[0]).toContain('OfferAccepted');
    expect(await answersOf('race-001')).toEqual(['ACCEPTED']);
  });

  it('gql-race-003: a yes and a no at once are one of them', async () => {
    const recommendation = await offerTo(1, 'race-003');
    const texts = await times('gql-race-003', (at) =>
      answer(at === 0 ? 'acceptOffer' : 'declineOffer', recommendation, `of-${at}`),
    );
    expect(texts.filter((text) => /OfferAccepted|OfferDeclined/.test(text))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('ALREADY_ANSWERED'))).toHaveLength(1);
    expect(await answersOf('race-003')).toHaveLength(1);
  });

  it('gql-race-003 with one key: the second is told that the key is taken', async () => {
    const recommendation = await offerTo(2, 'race-003-key');
    const texts = await times('gql-race-003', (at) =>
      answer(at === 0 ? 'acceptOffer' : 'declineOffer', recommendation, 'same'),
    );
    expect(texts.filter((text) => text.includes('IDEMPOTENCY_CONFLICT'))).toHaveLength(1);
    expect(await answersOf('race-003-key')).toHaveLength(1);
  });

  it('gql-race-005: 100 times the same usage event counts once', async () => {
    const event = {
      id: 'e-dup',
      accountId: cast.accounts[0],
      metric: 'seats',
      value: 1,
      at: '2026-01-01T00:00:00Z',
    };
    const texts = await times('gql-race-005', () =>
      post('mutation($e: [UsageEventInput!]!) { recordUsage(input: $e) { status } }', { e: [event] }),
    );
    expect(texts.filter((text) => text.includes('APPLIED'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('DUPLICATE'))).toHaveLength(99);
  });

  it('gql-tenant-005: a key that another caller used is nobody’s business', async () => {
    const [own, other] = [await offerTo(3, 'own-key'), await offerTo(4, 'other-key')];
    await service.ask(
      'mutation($id: ID!) { declineOffer(input: { recommendationId: $id, idempotencyKey: "t2-used-key" }) { __typename } }',
      { id: other },
    );
    expect(await answer('acceptOffer', own, 't2-used-key')).toContain('OfferAccepted');
  });
});
