/** Turns one comparison into a function of the facts: looked up once, decided by its operator. */
import type { CompiledCondition } from './compiled-condition';
import type { Leaf, Operand } from './condition';
import { factAt } from './fact-at';
import type { FactSet } from './fact-set';
import { compileOperator } from './operators/compile-operator';
import { IS_MISSING } from './operators/is-missing';
import type { Truth } from './truth';
import { noteWanting } from './wanting-facts';

/** UNKNOWN when a side is absent, stale or of the wrong type; `isMissing` alone decides on an absent fact. */
export function compileLeaf(leaf: Leaf): CompiledCondition {
  return {
    decide: decider(leaf),
    collect: (facts, wanting) => noteWanting(leaf, facts, wanting),
  };
}

function decider(leaf: Leaf): (facts: FactSet) => Truth {
  const operator = compileOperator(leaf.operator);
  const right = compileOperand(leaf.operand);
  const seesAbsence = leaf.operator.name === IS_MISSING;
  return (facts) => {
    const fact = factAt(facts, leaf.fact, leaf.path);
    if (fact === undefined && !seesAbsence) return 'UNKNOWN';
    const operand = right(facts);
    return operand === undefined ? 'UNKNOWN' : operator(fact, operand, facts.now);
  };
}

function compileOperand(operand: Operand): (facts: FactSet) => unknown {
  if (operand.kind === 'fact') return (facts) => factAt(facts, operand.fact, operand.path);
  const { value } = operand;
  return () => value;
}
