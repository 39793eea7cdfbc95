/** Runs one condition through a json-rules-engine of its own. */
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { OPERATORS } from '../../domain/rules/operators/operator-catalogue';
import { ABSENT } from './engine-facts';

/** The result of a condition and of everything within it, in the shape of the condition. */
export interface NodeResult {
  readonly result?: boolean;
  readonly all?: readonly NodeResult[];
  readonly any?: readonly NodeResult[];
  readonly not?: NodeResult;
}

/** What one run is about; nothing in it is shared with another run. */
export interface EngineRun {
  readonly conditions: TopLevelCondition;
  readonly audiences: ReadonlyMap<string, TopLevelCondition>;
  readonly facts: Record<string, unknown>;
  /** The clock in milliseconds. */
  readonly now: number;
}

/** Rejects when the library does, which with known facts and operators is a fault. */
export async function runEngine(run: EngineRun): Promise<NodeResult> {
  const engine = new Engine([{ conditions: run.conditions, event: { type: 'matched' } }], {
    pathResolver: refusePath,
  });
  for (const [name, condition] of run.audiences) engine.setCondition(name, condition);
  addOwnOperators(engine, run.now);
  const { results, failureResults } = await engine.run(run.facts);
  const [outcome] = [...results, ...failureResults];
  if (outcome === undefined) throw new Error('json-rules-engine lost the rule.');
  return { ...(outcome.conditions as NodeResult), result: outcome.result === true };
}

function addOwnOperators(engine: Engine, now: number): void {
  for (const { name, origin, decide } of OPERATORS.values()) {
    if (origin !== 'own') continue;
    engine.addOperator(name, (fact: unknown, operand: unknown) => {
      return decide(fact === ABSENT ? undefined : fact, operand, now) === 'TRUE';
    });
  }
}

/** Paths are followed before the engine runs; the library is never to evaluate one. */
function refusePath(): never {
  throw new Error('No path is handed to json-rules-engine.');
}
