/** Describes a stage laid out for matching: columns, words of lanes, and the levels in which they are joined. */
import type { RuleDocument } from '../../documents/kinds/rule-document';
import type { ResultColumn } from './column';
import type { Columns } from './columns';
import type { LaneWords } from './lane-words';
import type { RowPool } from './row-pool';

/** Words that can be joined once the levels before are decided, and the columns that are decided then. */
export interface Level {
  readonly firstWord: number;
  readonly endWord: number;
  readonly decides: readonly ResultColumn[];
}

/** A stage laid out; only the pool and the rows of the columns change afterwards. */
export interface StagePlan {
  readonly pool: RowPool;
  readonly columns: Columns;
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
