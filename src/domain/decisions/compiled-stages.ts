/** Holds what the rules of single stages lead to, worked out once per release: by position in their stage. */
import type { RuleOf } from '../documents/kinds/rule-document';
import type { Signal, SuppressionCode } from '../documents/kinds/vocabulary';
import type { CompiledOffer } from './compiled-offer';
import type { Readiness } from './decision';
import type { TriggerFacts } from './trigger';

/** What a scoring rule adds to the readiness. */
export type Summand = Readiness['points'][number];

/** A rule that recommends an offer of the catalogue. */
export interface RecommendingRule {
  readonly rule: RuleOf<'recommend-offer'>;
  readonly signal: Signal;
  /** The place of its offer in the catalogue. */
  readonly place: number;
  readonly offer: CompiledOffer;
  /** Points of its priority and its signal: what of its score no account changes. */
  readonly points: number;
  readonly trigger: TriggerFacts | null;
}

/** One guardrail that speaks against a candidate. */
export interface Objection {
  /** What the policy's lists are compared with: the rule's own code, even where it is undecided. */
  readonly code: SuppressionCode;
  readonly shown: SuppressionCode;
  readonly message: string;
}

/** A rule that suppresses offers. */
export interface Guardrail {
  /** What it says where it matches. */
  readonly objection: Objection;
  /** Whether it speaks of an offer, by place in the catalogue. */
  readonly isAbout: readonly boolean[];
}

/** Every list by position among the rules of its stage in the rule set. */
export interface CompiledStages {
  readonly summands: readonly Summand[];
  /** undefined for a rule whose offer cannot be made. */
  readonly recommending: readonly (RecommendingRule | undefined)[];
  readonly guardrails: readonly Guardrail[];
}

/** An offer in its place in the catalogue; without a compiled form it cannot be made. */
export interface CatalogueEntry {
  readonly key: string;
  readonly offer: CompiledOffer | undefined;
}
