/** Holds a release made ready for decisions: built once when it is loaded, then only read. */
import type { DocumentSet } from '../documents/document-set';
import type { PolicyDocument } from '../documents/kinds/policy-document';
import type { RuleDocument } from '../documents/kinds/rule-document';
import type { FactBuilder } from '../facts/build-facts';
import type { FactCatalogue } from '../facts/fact-catalogue';
import type { PlanIndex } from '../facts/plan-index';
import type { CompiledRules } from '../rules/rule-evaluator';
import type { RuleSet } from '../rules/rule-set';
import type { CompiledOffer } from './compiled-offer';
import type { CatalogueEntry, CompiledStages } from './compiled-stages';
import type { CompiledTexts } from './compiled-texts';

/** A document that is kept out of decisions because it is broken; the others answer. */
export interface Quarantined {
  readonly kind: string;
  readonly key: string;
  readonly message: string;
}

/** A rule whose event is known and whose condition or texts are broken. */
export interface BrokenRule {
  readonly rule: RuleDocument;
  readonly message: string;
}

/** One release, immutable and shared by all requests that it answers. */
export interface CompiledRelease {
  readonly number: number;
  readonly hash: string;
  readonly documents: DocumentSet;
  readonly policy: PolicyDocument;
  readonly facts: FactCatalogue;
  readonly buildFacts: FactBuilder;
  readonly plans: PlanIndex;
  readonly ruleSet: RuleSet;
  readonly rules: CompiledRules;
  /** Every offer of the release in ascending order of keys, those among them that could not even be read. */
  readonly catalogue: readonly CatalogueEntry[];
  /** What the rules of single stages lead to, by position in the rule set. */
  readonly stages: CompiledStages;
  /** Offers by key, with templates read and topics resolved. */
  readonly offers: ReadonlyMap<string, CompiledOffer>;
  /** Templates of rules (whyShown, notices, tasks) by rule key. */
  readonly texts: CompiledTexts;
  readonly quarantined: readonly Quarantined[];
  /** Rules that could not be made ready although their documents can be read; a guardrail among them keeps its offers back. */
  readonly brokenRules: readonly BrokenRule[];
}
