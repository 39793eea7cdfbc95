/** Says who counts decisions, for those who run the service. */
import type { DecisionOutcome } from '../../domain/decisions/decision';

/** Counts; never waits, never throws. */
export interface DecisionMeter {
  /** `degraded`: made from memory while the database was away. */
  decided(outcome: DecisionOutcome, degraded: boolean): void;
}
