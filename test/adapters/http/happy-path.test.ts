import { startServer, type TestServer } from '../../support/graphql-server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('a well-formed query', () => {
  it('is answered with the offers of the account', async () => {
    const { status, json, headers } = await server.ask(
      `query($id: ID!) { recommendedOffers(accountId: $id) { motion offers { title price { difference { formatted } } } suppressed { code } } }`,
      { id: 'acc-1' },
    );
    expect(json).toEqual({
      data: {
        recommendedOffers: {
          motion: 'UPSELL',
          offers: [
            { title: 'You are at 90% of your seats', price: { difference: { formatted: '$350.00' } } },
          ],
          suppressed: [{ code: 'OTHER_MOTION' }],
        },
      },
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});
