/** Lists the API keys there are and were, without anything that opens a door. */
import type { Clock } from '../ports';
import type { ApiKey, ApiKeyStore } from './access-ports';

/** A key as people may see it. */
export interface ApiKeyLine extends Omit<ApiKey, 'digest'> {
  readonly state: 'in force' | 'expired' | 'revoked';
}

/** Oldest first. */
export class ListApiKeys {
  constructor(
    private readonly store: Pick<ApiKeyStore, 'list'>,
    private readonly clock: Clock,
  ) {}

  /** All keys, revoked and expired ones included. */
  async execute(): Promise<readonly ApiKeyLine[]> {
    const now = this.clock.now();
    return (await this.store.list()).map(({ digest: _digest, ...key }) => ({
      ...key,
      state: stateOf(key, now),
    }));
  }
}

function stateOf({ revokedAt, expiresAt }: Omit<ApiKey, 'digest'>, now: number): ApiKeyLine['state'] {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && now >= Date.parse(expiresAt) ? 'expired' : 'in force';
}
