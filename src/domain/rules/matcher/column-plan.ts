/** Describes a column before it is built: the comparisons that one lookup decides. */
import type { Leaf } from '../condition';
import type { Family } from './family';

/** Comparisons on one place (a fact with its path, or a pair of them), or the truth of one result. */
export type ColumnPlan =
  | { readonly kind: Family; readonly leaves: Leaf[] }
  | { readonly kind: 'result'; readonly result: number };
