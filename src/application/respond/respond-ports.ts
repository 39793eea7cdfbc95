/** Lists what recording needs of the world. */
import type {
  Clock,
  Hasher,
  IdSource,
  NotificationSigner,
  RecommendationSigner,
  ReleaseProvider,
} from '../ports';
import type { ResponseStore } from './response-ports';

/** One transaction per call, from memory the rest. */
export interface RespondPorts {
  readonly responses: ResponseStore;
  readonly signer: RecommendationSigner;
  readonly notificationSigner: NotificationSigner;
  readonly releases: ReleaseProvider;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly hasher: Hasher;
}
