/** Lists what deciding needs of the world. */
import type { Clock, DecisionLog, IdSource, RecommendationSigner, ReleaseProvider } from '../ports';
import type { HandoffPicture } from '../respond/response-ports';
import type { DecisionMeter } from './decision-meter';
import type { SubjectReader } from './subject';

/** One prepared read, from memory the rest. */
export interface DecisionPorts {
  readonly subjects: SubjectReader;
  readonly handoffs: HandoffPicture;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly signer: RecommendationSigner;
  readonly log: DecisionLog;
  readonly meter: DecisionMeter;
  readonly releases: ReleaseProvider;
}
