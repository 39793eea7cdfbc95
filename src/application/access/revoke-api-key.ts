/** Takes an API key out of force, for good. */
import type { Actor } from '../../domain/audit/actor';
import type { Clock } from '../ports';
import type { ApiKeyStore } from './access-ports';

/** Every replica refuses the key within as long as it remembers one: 3 seconds. */
export class RevokeApiKey {
  constructor(
    private readonly store: Pick<ApiKeyStore, 'revoke'>,
    private readonly clock: Clock,
  ) {}

  /** False when there is no such key or it was revoked before. */
  execute(id: string, actor: Actor): Promise<boolean> {
    const at = new Date(this.clock.now()).toISOString();
    const subject = `api-key/${id}`;
    return this.store.revoke(id, {
      at,
      actor,
      action: 'API_KEY_REVOKED',
      subject,
      reason: null,
      before: null,
      after: null,
    });
  }
}
