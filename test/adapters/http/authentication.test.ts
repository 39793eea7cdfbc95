import { accessPorts, ADMIN_KEY as KEY } from '../../support/access-ports';
import { startServer, type TestServer } from '../../support/graphql-server';

const HELLO = JSON.stringify({ query: '{ __typename }' });

let server: TestServer;
beforeAll(async () => {
  server = await startServer({}, { authenticator: accessPorts().authenticate });
});
afterAll(() => server.close());

describe('the key of the environment', () => {
  it.each([`Bearer ${KEY}`, `bearer ${KEY}`, `Bearer   ${KEY} `])('is taken as %s', async (authorization) => {
    expect((await server.post(HELLO, { authorization })).status).toBe(200);
  });

  it.each([
    ['no header', null],
    ['an empty one', ''],
    ['no token', 'Bearer'],
    ['another token', `Bearer ${'x'.repeat(32)}`],
    ['a prefix', `Bearer ${KEY.slice(1)}`],
    ['a longer one', `Bearer ${KEY}k`],
    ['two tokens', `Bearer ${KEY} ${KEY}`],
    ['a list', `Bearer ${KEY}, Bearer ${KEY}`],
    ['another scheme', `Basic ${KEY}`],
    ['no scheme', KEY],
    ['a huge one', `Bearer ${'x'.repeat(5_000)}`],
  ])('is demanded: %s is 401 and says how', async (_name, authorization) => {
    const { status, json, headers } = await server.post(HELLO, { authorization });
    expect([status, json.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(json.errors?.[0]?.message).not.toContain('kkk');
  });

  it('is asked for before the body is looked at', async () => {
    expect((await server.post('{', { authorization: 'Bearer nobody' })).status).toBe(401);
  });
});
