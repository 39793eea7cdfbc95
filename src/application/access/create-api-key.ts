/** Makes an API key: the secret is shown this once, only its digest is kept. */
import type { Timestamp } from '../../domain/accounts/account';
import type { Actor } from '../../domain/audit/actor';
import type { AuditRecord } from '../../domain/audit/audit-entry';
import { SCOPES, type Scope } from '../caller';
import type { Clock, Hasher, IdSource } from '../ports';
import type { ApiKey, ApiKeyStore, SecretSource } from './access-ports';
import { newApiKeyText, shownPartOf } from './api-key-text';
import { refuseInput, type InputRefused } from './input-refused';

/** What a key is asked for with, as it came. */
export interface ApiKeyRequest {
  readonly name: string;
  readonly scopes: readonly string[];
  /** RFC 3339; null: it never expires. */
  readonly expiresAt: string | null;
}

/** A new key and its secret, which nobody can read again. */
export interface NewApiKey {
  readonly key: ApiKey;
  readonly secret: string;
}

/** What making keys needs of the world. */
export interface ApiKeyMaking {
  readonly store: Pick<ApiKeyStore, 'insert'>;
  readonly secrets: SecretSource;
  readonly hasher: Hasher;
  readonly ids: IdSource;
  readonly clock: Clock;
}

/** Characters that the name of a key may have. */
export const MAX_KEY_NAME_LENGTH = 100;

/** Every call makes another key: a secret can't be shown twice, so there is nothing to repeat. */
export class CreateApiKey {
  constructor(private readonly ports: ApiKeyMaking) {}

  /** The key, or everything that is wrong with the request. */
  async execute(request: ApiKeyRequest, actor: Actor): Promise<NewApiKey | InputRefused> {
    const now = this.ports.clock.now();
    const refused = refuseInput(problemsOf(request, now));
    if (refused !== null) return refused;
    const secret = newApiKeyText(this.ports.secrets, this.ports.hasher);
    const key: ApiKey = {
      id: this.ports.ids.next(),
      name: request.name,
      digest: this.ports.hasher.sha256(secret),
      prefix: shownPartOf(secret),
      scopes: SCOPES.filter((scope) => request.scopes.includes(scope)),
      createdAt: new Date(now).toISOString(),
      expiresAt: toTimestamp(request.expiresAt),
      revokedAt: null,
    };
    await this.ports.store.insert(key, recordOf(key, actor));
    return { key, secret };
  }
}

function recordOf({ id, name, prefix, scopes, createdAt, expiresAt }: ApiKey, actor: Actor): AuditRecord {
  return {
    at: createdAt,
    actor,
    action: 'API_KEY_CREATED',
    subject: `api-key/${id}`,
    reason: null,
    before: null,
    after: JSON.stringify({ name, prefix, scopes, expiresAt }),
  };
}

function* problemsOf({ name, scopes, expiresAt }: ApiKeyRequest, now: number) {
  if (name.trim() === '' || name.length > MAX_KEY_NAME_LENGTH)
    yield { pointer: '/name', message: `A name has 1 to ${MAX_KEY_NAME_LENGTH} characters.` };
  if (scopes.length === 0)
    yield { pointer: '/scopes', message: `A key needs a scope. Scopes are ${SCOPES.join(', ')}.` };
  for (const [at, scope] of scopes.entries()) {
    if (!SCOPES.includes(scope as Scope))
      yield { pointer: `/scopes/${at}`, message: `There is no such scope. Scopes are ${SCOPES.join(', ')}.` };
  }
  if (expiresAt !== null && !(Date.parse(expiresAt) > now))
    yield { pointer: '/expiresAt', message: 'A key expires at an RFC 3339 time in the future, or never.' };
}

function toTimestamp(text: string | null): Timestamp | null {
  return text === null ? null : new Date(text).toISOString();
}
