import { startServer, toAnswer, type TestServer } from '../../support/graphql-server';

const TOKEN = 't'.repeat(32);
const metrics = {
  read: async () => ({ text: 'up 1\n', contentType: 'text/plain; version=0.0.4' }),
  token: TOKEN as string | null,
};

describe('the metrics', () => {
  let server: TestServer;
  let withoutToken: TestServer;
  beforeAll(async () => {
    server = await startServer({}, { metrics });
    withoutToken = await startServer({}, { metrics: { ...metrics, token: null } });
  });
  afterAll(() => Promise.all([server.close(), withoutToken.close()]));
  const ask = async (url: string, token: string | null, method = 'GET') =>
    toMetrics(
      await fetch(`${url}/metrics`, {
        method,
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
      }),
    );
  const toMetrics = async (response: Response) => ({
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  });

  it.each([TOKEN, 'admin'])('are for %s', async (token) => {
    expect(await ask(server.url, token)).toEqual({
      status: 200,
      type: 'text/plain; version=0.0.4',
      text: 'up 1\n',
    });
  });

  it.each([
    [null, 401],
    ['nonsense', 401],
    [`${TOKEN}x`, 401],
    ['offers_read.rules_read', 403],
  ])('are not for %s', async (token, status) => {
    expect((await ask(server.url, token)).status).toBe(status);
  });

  it('look a key up for nobody who has the scraper’s token', async () => {
    const authenticate = jest.fn(() => Promise.reject(new Error('the database is away')));
    const away = await startServer({}, { metrics, authenticator: { authenticate } });
    expect((await ask(away.url, TOKEN)).status).toBe(200);
    expect(authenticate).not.toHaveBeenCalled();
    await away.close();
  });

  it('are for the scope admin alone where no token is set', async () => {
    expect((await ask(withoutToken.url, 'admin')).status).toBe(200);
    expect((await ask(withoutToken.url, TOKEN)).status).toBe(401);
  });

  it('are read with GET', async () => {
    const answer = await toAnswer(await fetch(`${server.url}/metrics`, { method: 'POST' }));
    expect(answer.status).toBe(405);
  });
});
