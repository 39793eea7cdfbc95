/** Describes an engine as the benchmark sees it: made ready once, then asked about one account after the other. */
import type { RuleSet } from '../../src/domain/rules/rule-set';
import type { FactSet } from '../../src/domain/rules/fact-set';
import type { Workload } from '../workload/make-workload';

/** The same rules as documents and parsed, and the clock in milliseconds since the epoch. */
export interface EngineInput {
  readonly workload: Workload;
  /** Every rule stands in the stage `notify`. */
  readonly ruleSet: RuleSet;
  readonly now: number;
}

/** What fired, as the engine hands it out. */
export type Fired = readonly unknown[];

/** One account in the form that its engine takes; asking is what is measured, making it is not. */
export type Ask = () => Fired | Promise<Fired>;

/** An engine with its rules. */
export interface ReadyEngine {
  about(facts: FactSet): Ask;
  /** The key of a rule that fired. */
  keyOf(fired: unknown): string;
}

/** An engine, or a floor that no engine can go below. */
export interface EngineUnderTest {
  readonly name: string;
  /** False for floors, which decide nothing and so fire nothing. */
  readonly decides: boolean;
  /** Rejects where the engine can't run on this machine. */
  prepare(input: EngineInput): ReadyEngine | Promise<ReadyEngine>;
}
