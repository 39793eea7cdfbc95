/** Describes a stage laid out for matching: columns, words of lanes, and the levels in which they are joined. */
import type { RuleDocument } from '../../documents/kinds/rule-document';
import type { ResultColumn } from './column';
import type { Columns } from './columns';
import type { LaneSpan, LaneWords } from './lane-words';
import type { RowPool } from './row-pool';

/** Lanes that can be joined once the levels before are decided, and the columns that are decided then. */
export interface Level extends LaneSpan {
  readonly decides: readonly ResultColumn[];
}

/** A stage laid out; only the pool and the rows of the columns change afterwards. */
export interface StagePlan {
  readonly pool: RowPool;
  readonly columns: Columns;
  readonly lanes: Pick<LaneWords, 'masks' | 'targets'>;
  /** Lowest first; the rules are the last. */
  readonly levels: readonly Level[];
  /** How many results there are: the targets of all levels but the last. */
  readonly results: number;
  /** Rules by target of the last level, in evaluation order; those that failed have no lanes. */
  readonly rules: readonly RuleDocument[];
  /** Rules that can't be laid out; they fail in every evaluation. */
  readonly failed: readonly { readonly rule: RuleDocument; readonly message: string }[];
}
