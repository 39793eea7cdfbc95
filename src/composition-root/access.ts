/** Puts together what lets callers in and what manages it. */
import type { KeyCabinet } from '../adapters/cli/workbench';
import type { AccessServices } from '../adapters/graphql/services';
import type { OpenDatabase } from '../adapters/persistence/open-database';
import type { Secrets } from '../adapters/runtime/development-secrets';
import { randomSecrets } from '../adapters/runtime/random-secrets';
import { rememberedApiKeys } from '../adapters/runtime/remembered-api-keys';
import { sha256Hasher } from '../adapters/runtime/sha256-hasher';
import { uuidSource } from '../adapters/runtime/uuid-source';
import { jwtAccountTokenSigner } from '../adapters/signing/jwt-account-token-signer';
import { Authenticate } from '../application/access/authenticate';
import { CreateAccountToken } from '../application/access/create-account-token';
import { CreateApiKey } from '../application/access/create-api-key';
import { ListApiKeys } from '../application/access/list-api-keys';
import { RevokeApiKey } from '../application/access/revoke-api-key';
import type { Authenticator } from '../application/caller';
import type { Clock } from '../application/ports';
import { terminalActor } from './terminal-actor';

/** Everything about access. */
export interface Access extends AccessServices {
  readonly authenticator: Authenticator;
  /** For the command line. */
  readonly keys: KeyCabinet;
}

/** Access over one database; keys and tokens expire by the clock. */
export function buildAccess(
  database: OpenDatabase,
  { adminApiKey, signingSecret }: Secrets,
  clock: Clock,
): Access {
  const tokens = jwtAccountTokenSigner(signingSecret);
  const ports = { hasher: sha256Hasher, clock };
  const keys = rememberedApiKeys(database.apiKeys);
  const creation = new CreateApiKey({
    ...ports,
    store: database.apiKeys,
    secrets: randomSecrets,
    ids: uuidSource,
  });
  const revocation = new RevokeApiKey(database.apiKeys, clock);
  const listing = new ListApiKeys(database.apiKeys, clock);
  const tokenCreation = new CreateAccountToken({ accounts: database.accounts, tokens, clock });
  return {
    authenticator: new Authenticate({ ...ports, adminApiKey, keys, tokens }),
    createApiKey: (request, actor) => creation.execute(request, actor),
    revokeApiKey: (id, actor) => revocation.execute(id, actor),
    keys: {
      create: (request) => creation.execute(request, terminalActor()),
      list: () => listing.execute(),
      revoke: (id) => revocation.execute(id, terminalActor()),
    },
    createAccountToken: (request) => tokenCreation.execute(request),
  };
}
