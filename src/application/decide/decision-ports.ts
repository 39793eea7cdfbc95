/** Lists what deciding needs of the world. */
import type {
  AccountReader,
  Clock,
  DecisionLog,
  IdSource,
  RecommendationSigner,
  ReleaseProvider,
} from '../ports';
import type { HandoffPicture, HistoryReader } from '../respond/response-ports';
import type { DecisionMeter } from './decision-meter';
import type { Freshness } from './freshness';

/** Two prepared reads at once, from memory the rest. */
export interface DecisionPorts {
  readonly accounts: AccountReader;
  readonly histories: HistoryReader;
  readonly handoffs: HandoffPicture;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly signer: RecommendationSigner;
  readonly log: DecisionLog;
  readonly meter: DecisionMeter;
  readonly freshness: Freshness;
  readonly releases: ReleaseProvider;
}
