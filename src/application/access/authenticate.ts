/** Decides who sends a request: the key of the environment, an API key in force, or an account token that has not expired. */
import {
  ACCOUNT_TOKEN_SCOPES,
  SCOPES,
  type Authenticator,
  type Caller,
  type KeyCaller,
  type TokenCaller,
} from '../caller';
import type { Clock, Hasher } from '../ports';
import type { AccountTokenClaims, AccountTokenSigner, ApiKey, ApiKeyFinder } from './access-ports';
import { isApiKeyText } from './api-key-text';

/** What authenticating needs of the world. */
export interface AuthenticationPorts {
  /** The key that the environment sets. */
  readonly adminApiKey: string;
  readonly keys: ApiKeyFinder;
  readonly tokens: AccountTokenSigner;
  readonly hasher: Hasher;
  readonly clock: Clock;
}

const ADMIN: KeyCaller = { kind: 'api-key', id: 'admin', name: 'admin', scopes: new Set(SCOPES) };

/** At most one look-up, and none for a text that can't be a key of ours. */
export class Authenticate implements Authenticator {
  private readonly adminDigest: string;

  constructor(private readonly ports: AuthenticationPorts) {
    this.adminDigest = ports.hasher.sha256(ports.adminApiKey);
  }

  /** Digests are compared, never secrets: how long that takes tells nothing of a key. */
  async authenticate(token: string): Promise<Caller | null> {
    const digest = this.ports.hasher.sha256(token);
    if (digest === this.adminDigest) return ADMIN;
    if (!isApiKeyText(token, this.ports.hasher)) return this.byToken(token);
    const key = await this.ports.keys.byDigest(digest);
    return key !== null && isInForce(key, this.ports.clock.now()) ? keyCaller(key) : null;
  }

  private byToken(token: string): TokenCaller | null {
    const claims = this.ports.tokens.verify(token);
    return claims !== null && this.ports.clock.now() < claims.expiresAt ? this.tokenCaller(claims) : null;
  }

  private tokenCaller({ accountId, userId }: AccountTokenClaims): TokenCaller {
    const holder = this.ports.hasher.sha256(JSON.stringify([accountId, userId])).slice(0, 32);
    return { kind: 'account-token', id: `token:${holder}`, scopes: ACCOUNT_TOKEN_SCOPES, accountId, userId };
  }
}

function isInForce({ revokedAt, expiresAt }: ApiKey, now: number): boolean {
  return revokedAt === null && (expiresAt === null || now < Date.parse(expiresAt));
}

function keyCaller({ id, name, scopes }: ApiKey): KeyCaller {
  return { kind: 'api-key', id, name, scopes: new Set(scopes) };
}
