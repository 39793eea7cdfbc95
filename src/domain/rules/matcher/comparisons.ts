/** Numbers the distinct comparisons of a stage and sorts them into columns. */
import { comparisonOf, placeOf } from '../comparison-of';
import type { Leaf } from '../condition';
import { compileOperator } from '../operators/compile-operator';
import type { ColumnPlan } from './column-plan';
import { familyOf } from './family';

/** Where a comparison is decided. */
interface Home {
  readonly column: number;
  /** Index among the comparisons of its column. */
  readonly at: number;
}

/** The result that is always unknown. */
export const NO_RESULT = -1;

/** Comparisons that ask the same are one; numbers begin at 0. */
export class Comparisons {
  readonly columns: ColumnPlan[] = [];
  private readonly homes: Home[] = [];
  private readonly known = new Map<string, number>();
  private readonly places = new Map<string, number>();

  /** The number of a leaf. Throws for an operator that does not exist. */
  ofLeaf(leaf: Leaf): number {
    const place = placeOf(leaf);
    const key = comparisonOf(leaf);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    compileOperator(leaf.operator);
    const kind = familyOf(leaf);
    const column = this.columnAt(kind === 'single' ? key : `${place}\n${kind}`, { kind, leaves: [] });
    const plan = this.columns[column] as Extract<ColumnPlan, { leaves: Leaf[] }>;
    return this.add(key, { column, at: plan.leaves.push(leaf) - 1 });
  }

  /** The number of a comparison that is always unknown. */
  unknown(): number {
    return this.ofResult(NO_RESULT);
  }

  /** The number of a comparison that is true when the result is. */
  ofResult(result: number): number {
    const key = `result ${result}`;
    return this.known.get(key) ?? this.add(key, { column: this.columnAt(key, { kind: 'result', result }), at: 0 });
  }

  /** Where a comparison is decided. */
  homeOf(comparison: number): Home {
    return this.homes[comparison] as Home;
  }

  /** The result that a comparison stands for; NO_RESULT for any other. */
  resultOf(comparison: number): number {
    const plan = this.columns[this.homeOf(comparison).column];
    return plan?.kind === 'result' ? plan.result : NO_RESULT;
  }

  private add(key: string, home: Home): number {
    const number = this.homes.push(home) - 1;
    this.known.set(key, number);
    return number;
  }

  private columnAt(key: string, plan: ColumnPlan): number {
    const column = this.places.get(key) ?? this.columns.push(plan) - 1;
    this.places.set(key, column);
    return column;
  }
}
