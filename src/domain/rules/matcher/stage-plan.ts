/** Describes a stage laid out for matching: columns, words of lanes, and the levels in which they are joined. */
import type { RuleDocument } from '../../documents/kinds/rule-document';
import type { Column } from './column';
import type { LaneWords } from './lane-words';
import type { RowMemory } from './row-memory';
import type { RowPool } from './row-pool';

/** A column whose row depends on a result. */
export interface ResultColumn {
  readonly column: number;
  /** Target of the result. */
  readonly result: number;
  readonly rows: RowMemory;
}

/** Words that can be joined once the levels before are decided, and the columns that are decided then. */
export interface Level {
  readonly firstWord: number;
  readonly endWord: number;
  readonly decides: readonly ResultColumn[];
}

/** A stage laid out; only the pool and the row memories change afterwards. */
export interface StagePlan {
  readonly pool: RowPool;
  /** By column; those of results are empty. */
  readonly columns: readonly (Column | null)[];
  readonly words: LaneWords;
  /** Lowest first; the rules are the last. */
  readonly levels: readonly Level[];
  /** Rules by target less `firstRule`, in evaluation order; those that failed have no lanes. */
  readonly rules: readonly RuleDocument[];
  /** A multiple of 32. */
  readonly firstRule: number;
  /** Rules that can't be laid out; they fail in every evaluation. */
  readonly failed: readonly { readonly rule: RuleDocument; readonly message: string }[];
}
