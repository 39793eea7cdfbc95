/** Rewrites a three-valued condition as a two-valued one that bounds it from below or from above. */
import type { TopLevelCondition } from 'json-rules-engine';
import { compileLeaf } from '../../domain/rules/compile-leaf';
import type { Condition, Leaf } from '../../domain/rules/condition';
import type { FactSet } from '../../domain/rules/fact-set';
import { ALWAYS, type EngineFacts } from './engine-facts';

/** `lower`: what is unknown counts against the rule; `upper`: for it. Below a negation the two change places. */
export type Bound = 'lower' | 'upper';

type NestedCondition = Extract<TopLevelCondition, { all: unknown }>['all'][number];

/** Rewrites the conditions of one engine and remembers what they need: facts, audiences, constants. */
export class BoundedConditions {
  /** Audiences to define, by the name under which the conditions refer to them. */
  readonly audiences = new Map<string, TopLevelCondition>();
  /** Whether anything unknown was met: without it both bounds are the same. */
  metUnknown = false;

  constructor(
    private readonly known: ReadonlyMap<string, Condition>,
    private readonly facts: FactSet,
    private readonly engineFacts: EngineFacts,
  ) {}

  /** The condition within an `all` of its own, since the library wants a group at the root. */
  root(condition: Condition, bound: Bound): TopLevelCondition {
    return { all: [this.rewrite(condition, bound)] };
  }

  private rewrite(condition: Condition, bound: Bound): NestedCondition {
    switch (condition.kind) {
      case 'leaf':
        return this.leaf(condition, bound);
      case 'audience':
        return this.audience(condition.key, bound);
      case 'not':
        return { not: this.rewrite(condition.condition, bound === 'lower' ? 'upper' : 'lower') };
      case 'all':
        return { all: condition.conditions.map((member) => this.rewrite(member, bound)) };
      case 'any':
        return { any: condition.conditions.map((member) => this.rewrite(member, bound)) };
    }
  }

  private leaf(leaf: Leaf, bound: Bound): NestedCondition {
    if (compileLeaf(leaf).decide(this.facts) === 'UNKNOWN') return this.constant(bound);
    const { operand } = leaf;
    return {
      fact: this.engineFacts.nameOf(leaf.fact, leaf.path),
      operator: [...leaf.operator.decorators, leaf.operator.name].join(':'),
      value:
        operand.kind === 'literal'
          ? structuredClone(operand.value)
          : { fact: this.engineFacts.nameOf(operand.fact, operand.path) },
    };
  }

  private audience(key: string, bound: Bound): NestedCondition {
    const condition = this.known.get(key);
    if (condition === undefined) return this.constant(bound);
    const name = `${bound}:${key}`;
    if (!this.audiences.has(name)) this.audiences.set(name, this.root(condition, bound));
    return { condition: name };
  }

  private constant(bound: Bound): NestedCondition {
    this.metUnknown = true;
    return { fact: ALWAYS, operator: 'equal', value: bound === 'upper' };
  }
}
