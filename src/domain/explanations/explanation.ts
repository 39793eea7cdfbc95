/** Describes why an account is offered what it is, and why not. */
import type { EventType } from '../documents/kinds/rule-document';
import type { SuppressionCode } from '../documents/kinds/vocabulary';
import type { Readiness, ScoreTerm, SuppressedOffer } from '../decisions/decision';
import type { ToldCondition, TracedOutcome } from './told-condition';

/** How a rule turned out. FAILED: broken or kept out. OFF: not enabled. Neither is evaluated. */
export type RuleOutcome = TracedOutcome | 'FAILED' | 'OFF';

/** What became of one rule. */
export interface RuleTrace {
  readonly key: string;
  /** The event type it belongs to; null for a rule that can't be read. */
  readonly stage: EventType | null;
  readonly outcome: RuleOutcome;
  /** What made it turn out so, in words. */
  readonly summary: string;
  /** null where it was not evaluated. */
  readonly conditions: ToldCondition | null;
  /** The fewest comparisons that would have to turn out otherwise for it to match: 0 for a match; null where it was not evaluated. */
  readonly unmet: number | null;
}

/** What became of one audience, on the facts that the last stage saw. */
export interface AudienceTrace extends Omit<RuleTrace, 'stage' | 'outcome'> {
  readonly outcome: TracedOutcome | 'FAILED';
}

/** What became of one offer of the catalogue. */
export interface OfferTrace {
  readonly offerKey: string;
  readonly made: boolean;
  /** The stage that dropped it; null for one that is made, like `code`. */
  readonly stage: SuppressedOffer['stage'] | null;
  readonly code: SuppressionCode | null;
  /** Why it is made, safe for the customer, or why it is not, for ops. */
  readonly message: string;
  /** The rule that recommended it; null for one that is not made, like `rank` and `score`. */
  readonly ruleKey: string | null;
  readonly rank: number | null;
  readonly score: number | null;
  /** What the score is made of; empty for one that is not made. */
  readonly scoreTerms: readonly ScoreTerm[];
}

/** A scoring rule and what it gave or would give. */
export interface ScoringRule extends Pick<RuleTrace, 'key' | 'outcome' | 'summary' | 'unmet'> {
  readonly points: number;
}

/** The readiness with every rule that could have added to it. */
export interface ReadinessTrace extends Readiness {
  /** In evaluation order. */
  readonly rules: readonly ScoringRule[];
}

/** The whole of it. */
export interface Explanation {
  /** Every fact that was known and fresh, by name. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Facts that were known and too old, by name. */
  readonly staleFacts: readonly string[];
  /** The rule that assigned the motion; null for NONE. */
  readonly motion: RuleTrace | null;
  readonly readiness: ReadinessTrace;
  /** By key. */
  readonly audiences: readonly AudienceTrace[];
  /** By stage, in evaluation order; after those evaluated the ones that failed, then the ones that are off. */
  readonly rules: readonly RuleTrace[];
  /** Those made by rank, then the others by key. */
  readonly offers: readonly OfferTrace[];
}
