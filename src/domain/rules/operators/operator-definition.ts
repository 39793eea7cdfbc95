/** Describes an operator: what it takes, what it means, and how it decides. */
import type { FactType } from '../../documents/kinds/fact-document';
import type { Truth } from '../truth';

/** What may stand on the right-hand side. `any`: text, number or flag of the fact's own type; `list`: a non-empty list of those. */
export type OperandKind = 'any' | 'number' | 'list' | 'date' | 'days' | 'flag' | 'item';

/** One operator, as the editor, the checks, the catalogue query and the evaluators see it. */
export interface OperatorDefinition {
  readonly name: string;
  /** A human phrase to stand between fact and value: "is at least". */
  readonly phrase: string;
  /** The same as a demand, to stand after "should": "be at least". */
  readonly wish: string;
  /** The operator that decides the other way round wherever both sides are known; absent where there is none. */
  readonly opposite?: string;
  readonly description: string;
  /** Fact types it may be applied to. */
  readonly factTypes: readonly FactType[];
  readonly operand: OperandKind;
  /** Whether json-rules-engine 7.3 has it, or it is our own. */
  readonly origin: 'json-rules-engine' | 'own';
  /** Example of a leaf's value, of the right type. */
  readonly sample: unknown;
  /**
   * Decides. Both sides are present (except for isMissing, which sees `undefined`); a side of the wrong type yields UNKNOWN.
   * `now` is the clock in milliseconds.
   */
  readonly decide: (fact: unknown, operand: unknown, now: number) => Truth;
}
