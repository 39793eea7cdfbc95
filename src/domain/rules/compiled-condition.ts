/** Describes a condition made ready for evaluation: one node of a tree of closures. */
import type { FactSet } from './fact-set';
import type { Truth } from './truth';
import type { WantingFacts } from './wanting-facts';

/** A node that decides, and that can say which facts kept it from deciding. */
export interface CompiledCondition {
  decide(facts: FactSet): Truth;
  /** Adds the facts that are wanting; called only for a node that decided UNKNOWN on the same facts. */
  collect(facts: FactSet, wanting: WantingFacts): void;
}
