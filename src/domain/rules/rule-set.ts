/** Holds the rules and audiences of a release, parsed and in evaluation order. */
import type { EventType, RuleDocument } from '../documents/kinds/rule-document';
import type { Condition } from './condition';

/** A rule ready for evaluation. */
export interface ParsedRule {
  readonly document: RuleDocument;
  readonly condition: Condition;
}

/** Enabled rules only; within a stage by descending priority, then ascending key. */
export interface RuleSet {
  readonly stages: { readonly [T in EventType]: readonly ParsedRule[] };
  /** Conditions of audiences by key; none leads back to itself. */
  readonly audiences: ReadonlyMap<string, Condition>;
}
