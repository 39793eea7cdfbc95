/** Collects the facts that left a rule undecided. */
import type { Leaf } from './condition';
import { factAt } from './fact-at';
import type { FactSet } from './fact-set';
import { IS_MISSING } from './operators/is-missing';

/** Facts in order of first mention. */
export interface WantingFacts {
  /** Absent or of the wrong type. */
  readonly missing: Set<string>;
  readonly stale: Set<string>;
}

/** Puts down what an UNKNOWN leaf was wanting: its absent facts, or all its facts when their types do not fit. */
export function noteWanting(leaf: Leaf, facts: FactSet, wanting: WantingFacts): void {
  const sides = leaf.operand.kind === 'fact' ? [leaf, leaf.operand] : [leaf];
  const decidesOnAbsence = leaf.operator.name === IS_MISSING;
  const absent = sides.filter(
    (side) => !(side === leaf && decidesOnAbsence) && factAt(facts, side.fact, side.path) === undefined,
  );
  for (const { fact } of absent.length > 0 ? absent : sides) {
    (facts.stale.has(fact) ? wanting.stale : wanting.missing).add(fact);
  }
}
