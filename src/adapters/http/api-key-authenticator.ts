/** Knows the one key that the environment sets: it may do everything. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { SCOPES, type Authenticator, type Caller } from '../../application/caller';

/** Accepts exactly this key. Digests are compared in constant time, so that neither length nor prefix can be told. */
export function apiKeyAuthenticator(adminApiKey: string): Authenticator {
  const expected = digest(adminApiKey);
  const caller: Caller = { kind: 'api-key', id: 'admin', scopes: new Set(SCOPES) };
  return { authenticate: async (token) => (timingSafeEqual(digest(token), expected) ? caller : null) };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
