/** Decides one condition on json-rules-engine: from its two bounds to a truth, and to the facts that were wanting. */
import type { Condition } from '../../domain/rules/condition';
import type { FactSet } from '../../domain/rules/fact-set';
import { truthOf, type Truth } from '../../domain/rules/truth';
import { noteWanting, type WantingFacts } from '../../domain/rules/wanting-facts';
import { BoundedConditions, type Bound } from './bounded-condition';
import { EngineFacts } from './engine-facts';
import { runEngine, type NodeResult } from './run-engine';

/** A truth; with UNKNOWN, the facts that were wanting. */
export interface Verdict extends WantingFacts {
  readonly truth: Truth;
}

/** Conditions whose facts are complete run once, as they stand. Rejects when the condition can't be run. */
export async function decide(
  condition: Condition,
  audiences: ReadonlyMap<string, Condition>,
  facts: FactSet,
): Promise<Verdict> {
  const wanting: WantingFacts = { missing: new Set(), stale: new Set() };
  const lower = await runBound('lower', condition, audiences, facts);
  if (!lower.metUnknown) return { truth: truthOf(lower.node.result === true), ...wanting };
  const upper = await runBound('upper', condition, audiences, facts);
  const truth = between(lower.node, upper.node);
  const [low, high] = [lower.node.all?.[0], upper.node.all?.[0]];
  if (truth === 'UNKNOWN') collect(condition, low, high, { audiences, facts, wanting });
  return { truth, ...wanting };
}

async function runBound(
  bound: Bound,
  condition: Condition,
  audiences: ReadonlyMap<string, Condition>,
  facts: FactSet,
): Promise<{ readonly node: NodeResult; readonly metUnknown: boolean }> {
  const engineFacts = new EngineFacts(facts);
  const bounded = new BoundedConditions(audiences, facts, engineFacts);
  const conditions = bounded.root(condition, bound);
  const node = await runEngine({
    conditions,
    audiences: bounded.audiences,
    facts: engineFacts.values,
    now: facts.now,
  });
  return { node, metUnknown: bounded.metUnknown };
}

/** True though everything unknown speaks against it, false though everything unknown speaks for it, or open. */
function between(lower: NodeResult | undefined, upper: NodeResult | undefined): Truth {
  if (lower?.result === true) return 'TRUE';
  return upper?.result === true ? 'UNKNOWN' : 'FALSE';
}

interface Collection {
  readonly audiences: ReadonlyMap<string, Condition>;
  readonly facts: FactSet;
  readonly wanting: WantingFacts;
}

/** Walks what stayed open, in the conditions and in both results alike. */
function collect(
  condition: Condition,
  lower: NodeResult | undefined,
  upper: NodeResult | undefined,
  into: Collection,
): void {
  if (between(lower, upper) !== 'UNKNOWN') return;
  switch (condition.kind) {
    case 'leaf':
      return noteWanting(condition, into.facts, into.wanting);
    case 'not':
      return collect(condition.condition, upper?.not, lower?.not, into);
    case 'audience':
      return collectAudience(condition.key, lower, upper, into);
    default: {
      const { kind } = condition;
      condition.conditions.forEach((member, at) => {
        collect(member, lower?.[kind]?.[at], upper?.[kind]?.[at], into);
      });
    }
  }
}

function collectAudience(
  key: string,
  lower: NodeResult | undefined,
  upper: NodeResult | undefined,
  into: Collection,
): void {
  const condition = into.audiences.get(key);
  if (condition !== undefined) collect(condition, lower?.all?.[0], upper?.all?.[0], into);
}
