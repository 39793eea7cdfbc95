/** Decides audiences by key, each at most once per evaluation. */
import { compileCondition } from './compile-condition';
import type { CompiledCondition } from './compiled-condition';
import type { Condition } from './condition';
import type { FactSet } from './fact-set';
import type { Truth } from './truth';

const UNKNOWN_AUDIENCE: CompiledCondition = { decide: () => 'UNKNOWN', collect: () => undefined };

/** Evaluations are synchronous, so one memory serves them all, one after the other. */
export class AudienceMemory {
  private readonly nodes = new Map<string, CompiledCondition>();
  private readonly known: (Truth | undefined)[] = [];

  /** The audiences must not lead back to themselves, as `parseRuleSet` sees to. */
  constructor(private readonly audiences: ReadonlyMap<string, Condition>) {}

  /** The node of an audience, compiled on first use; for an unknown key a node that decides UNKNOWN. */
  find(key: string): CompiledCondition {
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    const condition = this.audiences.get(key);
    if (condition === undefined) return UNKNOWN_AUDIENCE;
    const node = this.remembered(compileCondition(condition, (inner) => this.find(inner)));
    this.nodes.set(key, node);
    return node;
  }

  /** Begins an evaluation: what was decided on other facts no longer counts. */
  forget(): void {
    this.known.fill(undefined);
  }

  private remembered(node: CompiledCondition): CompiledCondition {
    const slot = this.known.push(undefined) - 1;
    const decide = (facts: FactSet): Truth => (this.known[slot] ??= node.decide(facts));
    return { decide, collect: (facts, wanting) => node.collect(facts, wanting) };
  }
}
