/** Turns one comparison into a function of the facts: looked up once, decided by its operator. */
import type { CompiledCondition } from './compiled-condition';
import type { Leaf, Operand } from './condition';
import { factAt } from './fact-at';
import type { FactSet } from './fact-set';
import { leafDecision } from './leaf-decision';
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
  const decide = leafDecision(leaf);
  const right = compileOperand(leaf.operand);
  return (facts) => decide(factAt(facts, leaf.fact, leaf.path), right(facts), facts.now);
}

function compileOperand(operand: Operand): (facts: FactSet) => unknown {
  if (operand.kind === 'fact') return (facts) => factAt(facts, operand.fact, operand.path);
  const { value } = operand;
  return () => value;
}
