/** Tells of a condition, and of everything within it, whether it holds and what was compared. */
import { comparisonOf } from './comparison-of';
import type { Condition, Leaf } from './condition';
import { factAt } from './fact-at';
import type { FactSet } from './fact-set';
import { leafDecision } from './leaf-decision';
import { every, not, some, type Truth } from './truth';

/** What one comparison found; `undefined` stands for an absent side. */
export interface LeafOutcome {
  readonly truth: Truth;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** A condition with its outcome; members in the order of the document. */
export interface ConditionTrace {
  readonly condition: Condition;
  readonly truth: Truth;
  /** For a comparison. */
  readonly leaf?: LeafOutcome;
  /** Of a group, a negation or an audience; empty for an audience that does not exist. */
  readonly members: readonly ConditionTrace[];
}

/** Traces on one set of facts: equal comparisons are decided once, however many conditions share them; so are audiences. */
export class RuleTraces {
  private readonly leaves = new Map<string, LeafOutcome>();
  private readonly named = new Map<string, ConditionTrace>();

  constructor(
    private readonly audiences: ReadonlyMap<string, Condition>,
    private readonly facts: FactSet,
  ) {}

  /** Everything within is decided, also what can't change the outcome. Throws where the evaluation of the rule fails. */
  of(condition: Condition): ConditionTrace {
    switch (condition.kind) {
      case 'leaf': {
        const leaf = this.leafOutcome(condition);
        return { condition, truth: leaf.truth, leaf, members: [] };
      }
      case 'audience': {
        const trace = this.audience(condition.key);
        return { condition, truth: trace?.truth ?? 'UNKNOWN', members: trace === undefined ? [] : [trace] };
      }
      case 'not': {
        const inner = this.of(condition.condition);
        return { condition, truth: not(inner.truth), members: [inner] };
      }
      default: {
        const members = condition.conditions.map((member) => this.of(member));
        const combine = condition.kind === 'all' ? every : some;
        return { condition, truth: combine(members, ({ truth }) => truth), members };
      }
    }
  }

  private audience(key: string): ConditionTrace | undefined {
    const condition = this.audiences.get(key);
    if (condition === undefined) return undefined;
    const trace = this.named.get(key) ?? this.of(condition);
    this.named.set(key, trace);
    return trace;
  }

  private leafOutcome(leaf: Leaf): LeafOutcome {
    const key = comparisonOf(leaf);
    const known = this.leaves.get(key);
    if (known !== undefined) return known;
    const { operand } = leaf;
    const actual = factAt(this.facts, leaf.fact, leaf.path);
    const expected = operand.kind === 'fact' ? factAt(this.facts, operand.fact, operand.path) : operand.value;
    const outcome = { truth: leafDecision(leaf)(actual, expected, this.facts.now), actual, expected };
    this.leaves.set(key, outcome);
    return outcome;
  }
}
