/** The port behind which rules are evaluated: reference, plain or compiled, with the same answers. */
import type { Steps } from '../collections/steps';
import type { EventType, RuleDocument } from '../documents/kinds/rule-document';
import type { FactSet } from './fact-set';
import type { RuleSet } from './rule-set';
import type { Truth } from './truth';

/** A rule that could not be decided, and the facts that were wanting; members may be computed when they are first read. */
export interface UndecidedRule {
  readonly rule: RuleDocument;
  /** Facts that are absent or of the wrong type, in order of first mention. */
  readonly missing: readonly string[];
  /** Facts that are stale, in order of first mention. */
  readonly stale: readonly string[];
}

/** What one stage found; every list in rule order (priority descending, then key). */
export interface StageOutcome {
  readonly matched: readonly RuleDocument[];
  /** Where those stand among the rules of the stage in the rule set, in the same order. */
  readonly matchedAt: readonly number[];
  readonly undecided: readonly UndecidedRule[];
  /** Rules whose evaluation failed: named, skipped, never fatal. */
  readonly failed: readonly { readonly rule: RuleDocument; readonly message: string }[];
}

/** A rule set made ready once, evaluated many times; overlapping evaluations never influence each other. */
export interface CompiledRules {
  /** Evaluates one stage. Facts are read, never written. Never rejects because of a rule. */
  evaluate(stage: EventType, facts: FactSet): StageOutcome | Promise<StageOutcome>;
  /** Whether the account belongs to an audience; `UNKNOWN` for a key that does not exist. */
  audience(key: string, facts: FactSet): Truth | Promise<Truth>;
}

/** Turns a rule set into something that can be evaluated; called once per release. */
export interface RuleEvaluator {
  readonly name: 'plain' | 'reference' | 'compiled';
  compile(rules: RuleSet): CompiledRules;
  /** The same a rule at a time; left out where `compile` takes no time to speak of. */
  compileSteps?(rules: RuleSet): Steps<CompiledRules>;
}
