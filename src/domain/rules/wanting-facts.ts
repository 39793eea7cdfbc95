/** Collects the facts that left a rule undecided. */
import type { FactSet } from './fact-set';

/** Facts in order of first mention. */
export interface WantingFacts {
  /** Absent or of the wrong type. */
  readonly missing: Set<string>;
  readonly stale: Set<string>;
}

/** Puts one fact down as stale when it is, else as missing. */
export function noteWanting(wanting: WantingFacts, facts: FactSet, name: string): void {
  (facts.stale.has(name) ? wanting.stale : wanting.missing).add(name);
}
