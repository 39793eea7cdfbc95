import fc from 'fast-check';
import { createSigner } from 'fast-jwt';
import { jwtNotificationSigner } from '../../../src/adapters/signing/jwt-notification-signer';
import { CreateAccountToken } from '../../../src/application/access/create-account-token';
import { ACCOUNT_TOKEN_SCOPES } from '../../../src/application/caller';
import { accessPorts, SIGNING_SECRET } from '../../support/access-ports';

const ports = accessPorts();
const making = new CreateAccountToken({
  ...ports,
  accounts: { snapshot: async (id) => (id === 'acme' ? ({} as never) : null) },
});
const request = (wanted: object = {}) =>
  making.execute({ accountId: 'acme', userId: null, expiresInSeconds: 900, ...wanted });
const tokenOf = async (wanted?: object) => {
  const made = await request(wanted);
  if ('failure' in made) throw new Error(made.failure);
  return made.token;
};

describe('an account token', () => {
  it('speaks for one account and one user, with two scopes', async () => {
    expect(await ports.authenticate.authenticate(await tokenOf({ userId: 'ann' }))).toEqual({
      kind: 'account-token',
      id: expect.stringMatching(/^token:[0-9a-f]{32}$/),
      scopes: ACCOUNT_TOKEN_SCOPES,
      accountId: 'acme',
      userId: 'ann',
    });
    expect([...ACCOUNT_TOKEN_SCOPES]).toEqual(['offers:read', 'responses:write']);
  });

  it('of the same account and user is the same caller when it is renewed, and of another user another', async () => {
    const first = await ports.authenticate.authenticate(await tokenOf({ userId: 'ann' }));
    ports.wait(1_000);
    const renewed = await ports.authenticate.authenticate(await tokenOf({ userId: 'ann' }));
    const other = await ports.authenticate.authenticate(await tokenOf({ userId: 'bob' }));
    expect(renewed?.id).toBe(first?.id);
    expect(other?.id).not.toBe(first?.id);
  });

  it.each([59, 86_401, 0, -1, Number.NaN])('of %d seconds is not made', async (expiresInSeconds) => {
    expect(await request({ expiresInSeconds })).toMatchObject({ failure: 'INVALID_INPUT' });
  });

  it.each([60, 86_400])('of %d seconds ends after just that', async (expiresInSeconds) => {
    const token = await tokenOf({ expiresInSeconds });
    ports.wait(expiresInSeconds * 1_000 - 1);
    expect(await ports.authenticate.authenticate(token)).not.toBeNull();
    ports.wait(1);
    expect(await ports.authenticate.authenticate(token)).toBeNull();
  });

  it('is not made for an account that is not there', async () => {
    expect(await request({ accountId: 'nobody' })).toEqual({ failure: 'ACCOUNT_NOT_FOUND' });
  });
});

describe('a forged token', () => {
  const claims = { a: 'acme', u: null, e: Date.parse('2100-01-01T00:00:00Z'), aud: 'acc' };
  const forge = (payload: object, options: object) =>
    createSigner({ key: SIGNING_SECRET, noTimestamp: true, ...options })(payload as Record<string, unknown>);

  it('would open if it were made with the secret for this purpose (the counter-check)', async () => {
    expect(await ports.authenticate.authenticate(forge(claims, {}))).not.toBeNull();
  });

  it.each([
    ['unsigned', () => forge(claims, { algorithm: 'none', key: undefined })],
    ['signed with another secret', () => forge(claims, { key: 'another-secret-of-thirty-two-characters' })],
    ['for another audience', () => forge({ ...claims, aud: 'rec' }, {})],
    ['without an audience', () => forge({ ...claims, aud: undefined }, {})],
    ['by another algorithm', () => forge(claims, { algorithm: 'HS512' })],
    [
      'pointing to keys elsewhere',
      () => forge(claims, { key: 'x'.repeat(32), header: { jku: 'https://evil.example/k' } }),
    ],
    [
      'a notification id',
      () =>
        jwtNotificationSigner(SIGNING_SECRET).sign({
          accountId: 'acme',
          userId: null,
          kind: 'OFFER',
          subject: 's',
          occasion: 'o',
        }),
    ],
  ])('%s is refused', async (_name, make) => {
    expect(await ports.authenticate.authenticate(make())).toBeNull();
  });

  it('with any letter changed is refused', async () => {
    const token = ports.tokens.sign({ accountId: 'acme', userId: null, expiresAt: claims.e });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'];
    await fc.assert(
      // the last letter carries two bits that no byte uses
      fc.asyncProperty(fc.nat(token.length - 2), fc.constantFrom(...letters), async (at, letter) => {
        fc.pre(token[at] !== letter);
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(await ports.authenticate.authenticate(changed)).toBeNull();
      }),
    );
  });
});
