import fc from 'fast-check';
import { isApiKeyText } from '../../../src/application/access/api-key-text';
import { ListApiKeys } from '../../../src/application/access/list-api-keys';
import { RevokeApiKey } from '../../../src/application/access/revoke-api-key';
import { SCOPES } from '../../../src/application/caller';
import { sha256Hasher } from '../../../src/adapters/runtime/sha256-hasher';
import { auditRecord } from '../../support/audit-lines';
import { accessPorts, ACTOR, ADMIN_KEY, madeKey } from '../../support/access-ports';

describe('an API key', () => {
  it('has 192 random bits, a prefix and a checksum, and no two are the same', async () => {
    const ports = accessPorts();
    const secrets = new Set<string>();
    for (let at = 0; at < 500; at += 1) secrets.add((await madeKey(ports)).secret);
    expect(secrets.size).toBe(500);
    for (const secret of secrets) expect(secret).toMatch(/^edk_[0-9a-f]{56}$/);
  });

  it('is kept as its SHA-256 and twelve letters, never whole', async () => {
    const ports = accessPorts();
    const { key, secret } = await madeKey(ports);
    expect(key).toMatchObject({ digest: sha256Hasher.sha256(secret), prefix: secret.slice(0, 12) });
    expect(JSON.stringify([...ports.rows.values()])).not.toContain(secret.slice(12));
  });

  it('opens with its scopes and nothing else', async () => {
    const ports = accessPorts();
    const { key, secret } = await madeKey(ports);
    expect(await ports.authenticate.authenticate(secret)).toEqual({
      kind: 'api-key',
      id: key.id,
      name: key.name,
      scopes: new Set(['offers:read']),
    });
  });

  it('with one letter changed is refused without a look-up', async () => {
    const ports = accessPorts();
    const { secret } = await madeKey(ports);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(secret.length - 1),
        fc.constantFrom(...'0123456789abcdef_'),
        async (at, letter) => {
          fc.pre(secret[at] !== letter);
          const typo = secret.slice(0, at) + letter + secret.slice(at + 1);
          expect(await ports.authenticate.authenticate(typo)).toBeNull();
        },
      ),
    );
    expect(ports.lookUps).toEqual([]);
  });

  it.each(['', 'edk_', `edk_${'0'.repeat(56)}`, 'x'.repeat(60), `EDK_${'0'.repeat(56)}`])(
    '%j is none, without a look-up',
    async (text) => {
      const ports = accessPorts();
      expect(isApiKeyText(text, sha256Hasher)).toBe(false);
      expect(await ports.authenticate.authenticate(text)).toBeNull();
      expect(ports.lookUps).toEqual([]);
    },
  );

  it('that nobody made is unknown, although its checksum is right', async () => {
    const { secret } = await madeKey(accessPorts());
    expect(await accessPorts().authenticate.authenticate(secret)).toBeNull();
  });

  it('ends at its expiry, to the millisecond', async () => {
    const ports = accessPorts();
    const { secret } = await madeKey(ports, '2026-06-01T00:00:01.000Z');
    ports.wait(999);
    expect(await ports.authenticate.authenticate(secret)).not.toBeNull();
    ports.wait(1);
    expect(await ports.authenticate.authenticate(secret)).toBeNull();
  });

  it('ends with its revocation, and the first revocation stands', async () => {
    const ports = accessPorts();
    const revoke = new RevokeApiKey(ports.store, ports.clock);
    const { key, secret } = await madeKey(ports);
    expect(await revoke.execute(key.id, ACTOR)).toBe(true);
    expect(await ports.authenticate.authenticate(secret)).toBeNull();
    ports.wait(5);
    expect(await revoke.execute(key.id, ACTOR)).toBe(false);
    expect(await revoke.execute('nobody', ACTOR)).toBe(false);
    expect(ports.rows.get(key.id)?.revokedAt).toBe('2026-06-01T00:00:00.000Z');
  });

  it('is listed with its state and without its digest', async () => {
    const ports = accessPorts();
    const made = [
      await madeKey(ports),
      await madeKey(ports, '2026-06-01T00:00:01.000Z'),
      await madeKey(ports),
    ] as const;
    await ports.store.revoke(made[2].key.id, auditRecord(0, { at: '2026-06-01T00:00:00.000Z' }));
    ports.wait(1_000);
    const lines = await new ListApiKeys(ports.store, ports.clock).execute();
    expect(lines.map(({ state }) => state)).toEqual(['in force', 'expired', 'revoked']);
    expect(JSON.stringify(lines)).not.toContain(made[0].key.digest);
  });
});

describe('a request for a key', () => {
  const GOOD = { name: 'portal', scopes: ['offers:read'], expiresAt: null };

  it.each([
    ['/name', { name: ' ' }],
    ['/name', { name: 'n'.repeat(101) }],
    ['/scopes', { scopes: [] }],
    ['/scopes/1', { scopes: ['admin', 'rules:write'] }],
    ['/expiresAt', { expiresAt: 'tomorrow' }],
    ['/expiresAt', { expiresAt: '2026-06-01T00:00:00.000Z' }],
  ])('is refused at %s: %j', async (pointer, wrong) => {
    const ports = accessPorts();
    const refused = await ports.create.execute({ ...GOOD, ...wrong }, ACTOR);
    expect(refused).toMatchObject({ failure: 'INVALID_INPUT', pointer });
    expect(ports.rows.size).toBe(0);
  });

  it('is told everything that is wrong with it at once', async () => {
    const refused = await accessPorts().create.execute({ name: '', scopes: [], expiresAt: 'x' }, ACTOR);
    expect('failure' in refused && refused.message.match(/\/\w+:/g)).toEqual([
      '/name:',
      '/scopes:',
      '/expiresAt:',
    ]);
  });

  it('may ask for every scope, each once', async () => {
    const made = await accessPorts().create.execute(
      { ...GOOD, scopes: [...SCOPES, ...SCOPES].reverse() },
      ACTOR,
    );
    expect('key' in made && made.key.scopes).toEqual(SCOPES);
  });
});

it('the key of the environment has every scope and needs no look-up', async () => {
  const ports = accessPorts();
  const caller = await ports.authenticate.authenticate(ADMIN_KEY);
  expect(caller).toEqual({ kind: 'api-key', id: 'admin', name: 'admin', scopes: new Set(SCOPES) });
  expect(ports.lookUps).toEqual([]);
});
