/** What access needs of the world, held in memory and turned by hand. */
import { randomSecrets } from '../../src/adapters/runtime/random-secrets';
import { sha256Hasher } from '../../src/adapters/runtime/sha256-hasher';
import { jwtAccountTokenSigner } from '../../src/adapters/signing/jwt-account-token-signer';
import type { ApiKey, ApiKeyStore } from '../../src/application/access/access-ports';
import { Authenticate } from '../../src/application/access/authenticate';
import { CreateApiKey } from '../../src/application/access/create-api-key';

export const ADMIN_KEY = 'k'.repeat(32);
export const SIGNING_SECRET = 'a-secret-of-at-least-thirty-two-characters';
export const ACTOR = { id: 'admin', name: 'admin' };
const START = Date.parse('2026-06-01T00:00:00.000Z');

/** Keys in memory; `lookUps` tells which digests were asked for. */
export function accessPorts() {
  const rows = new Map<string, ApiKey>();
  const lookUps: string[] = [];
  let now = START;
  let made = 0;
  const store: ApiKeyStore = {
    insert: async (key) => void rows.set(key.id, key),
    byDigest: async (digest) => {
      lookUps.push(digest);
      return [...rows.values()].find((key) => key.digest === digest) ?? null;
    },
    list: async () => [...rows.values()],
    revoke: async (id, { at }) => {
      const key = rows.get(id);
      if (key === undefined || key.revokedAt !== null) return false;
      rows.set(id, { ...key, revokedAt: at });
      return true;
    },
  };
  const clock = { now: () => now };
  const ids = { next: () => `key-${(made += 1)}` };
  const tokens = jwtAccountTokenSigner(SIGNING_SECRET);
  const ports = { store, clock, ids, tokens, hasher: sha256Hasher, secrets: randomSecrets };
  return {
    ...ports,
    rows,
    lookUps,
    wait: (milliseconds: number) => void (now += milliseconds),
    authenticate: new Authenticate({ ...ports, adminApiKey: ADMIN_KEY, keys: store }),
    create: new CreateApiKey(ports),
  };
}

/** A key that the test expects to be made. */
export async function madeKey(ports: ReturnType<typeof accessPorts>, expiresAt: string | null = null) {
  const made = await ports.create.execute({ name: 'portal', scopes: ['offers:read'], expiresAt }, ACTOR);
  if ('failure' in made) throw new Error(made.message);
  return made;
}
