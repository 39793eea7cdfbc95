/** Decides a comparison on the values of its two sides, wherever they were read. */
import type { Leaf } from './condition';
import { compileOperator, type Decide } from './operators/compile-operator';
import { IS_MISSING } from './operators/is-missing';

/** `undefined` stands for an absent side and makes UNKNOWN; `isMissing` alone sees an absent fact. Throws for an operator that does not exist. */
export function leafDecision(leaf: Leaf): Decide {
  const operator = compileOperator(leaf.operator);
  const seesAbsence = leaf.operator.name === IS_MISSING;
  return (fact, operand, now) =>
    operand === undefined || (fact === undefined && !seesAbsence) ? 'UNKNOWN' : operator(fact, operand, now);
}
