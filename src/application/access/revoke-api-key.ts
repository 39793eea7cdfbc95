/** Takes an API key out of force, for good. */
import type { Clock } from '../ports';
import type { ApiKeyStore } from './access-ports';

/** Every replica refuses the key within as long as it remembers one: 3 seconds. */
export class RevokeApiKey {
  constructor(
    private readonly store: Pick<ApiKeyStore, 'revoke'>,
    private readonly clock: Clock,
  ) {}

  /** False when there is no such key or it was revoked before. */
  execute(id: string): Promise<boolean> {
    return this.store.revoke(id, new Date(this.clock.now()).toISOString());
  }
}
