/** Lists what deciding needs of the world. */
import type {
  AccountReader,
  Clock,
  DecisionLog,
  IdSource,
  RecommendationSigner,
  ReleaseProvider,
} from '../ports';

/** One prepared read, from memory the rest. */
export interface DecisionPorts {
  readonly accounts: AccountReader;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly signer: RecommendationSigner;
  readonly log: DecisionLog;
  readonly releases: ReleaseProvider;
}
