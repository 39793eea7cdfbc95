/** Turns a parsed condition into a tree of closures under Kleene's logic. */
import { compileLeaf } from './compile-leaf';
import type { CompiledCondition } from './compiled-condition';
import type { Condition } from './condition';
import { every, not, some } from './truth';

/** Finds the node of an audience; one that does not exist decides UNKNOWN. */
export type FindAudience = (key: string) => CompiledCondition;

/** Nodes share nothing but audiences. Throws for a condition that parsing would have refused. */
export function compileCondition(condition: Condition, audience: FindAudience): CompiledCondition {
  switch (condition.kind) {
    case 'leaf':
      return compileLeaf(condition);
    case 'audience':
      return audience(condition.key);
    case 'not':
      return negation(compileCondition(condition.condition, audience));
    default:
      return group(
        condition.kind,
        condition.conditions.map((member) => compileCondition(member, audience)),
      );
  }
}

function negation(inner: CompiledCondition): CompiledCondition {
  return {
    decide: (facts) => not(inner.decide(facts)),
    collect: (facts, wanting) => inner.collect(facts, wanting),
  };
}

/** What is known within a group does not keep it undecided, so only unknown members are asked. */
function group(kind: 'all' | 'any', members: readonly CompiledCondition[]): CompiledCondition {
  const combine = kind === 'all' ? every : some;
  return {
    decide: (facts) => combine(members, (member) => member.decide(facts)),
    collect: (facts, wanting) => {
      for (const member of members) {
        if (member.decide(facts) === 'UNKNOWN') member.collect(facts, wanting);
      }
    },
  };
}
