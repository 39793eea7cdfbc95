/** Describes a condition as it is explained: a tree of plain JSON with an outcome and a sentence at every node. */
import type { Truth } from '../rules/truth';

/** How a condition turned out; UNKNOWN where facts are missing or too old. */
export type TracedOutcome = 'MATCHED' | 'NOT_MATCHED' | 'UNKNOWN';

/** One comparison. */
export interface ToldComparison {
  readonly kind: 'comparison';
  /** What the document calls it; absent where it calls it nothing. */
  readonly name?: string;
  readonly fact: string;
  /** JSON pointer into the fact, without a leading slash; absent for the fact itself. */
  readonly path?: string;
  /** As it is written, decorators included. */
  readonly operator: string;
  /** The literal, or the value of the fact that is compared with; null where that is not known. */
  readonly expected: unknown;
  /** Name of the fact that is compared with; absent for a literal. */
  readonly expectedFact?: string;
  /** null where it is not known. */
  readonly actual: unknown;
  /** How far it is from what it should be, in the unit of the fact (dates: days); null where that is met or can't be measured. */
  readonly distance: number | null;
  readonly outcome: TracedOutcome;
  /** For a person; below `not` it tells what should not be. */
  readonly message: string;
}

/** A group, a negation or an audience, with what is in it; an audience that does not exist holds nothing. */
export interface ToldGroup {
  readonly kind: 'all' | 'any' | 'not' | 'audience';
  readonly name?: string;
  /** Key of the audience; absent for all others. */
  readonly audience?: string;
  readonly outcome: TracedOutcome;
  readonly message: string;
  readonly conditions: readonly ToldCondition[];
}

/** Any condition. */
export type ToldCondition = ToldComparison | ToldGroup;

/** A truth as explanations name it. */
export function outcomeOf(truth: Truth): TracedOutcome {
  if (truth === 'UNKNOWN') return 'UNKNOWN';
  return truth === 'TRUE' ? 'MATCHED' : 'NOT_MATCHED';
}
