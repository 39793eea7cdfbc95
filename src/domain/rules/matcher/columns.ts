/** Builds the columns of a stage: how values divide into regions, and what each comparison says of one. */
import { compileLeaf } from '../compile-leaf';
import type { Leaf, Literal } from '../condition';
import { leafDecision } from '../leaf-decision';
import type { Decide } from '../operators/compile-operator';
import { instant } from '../operators/instant';
import type { Truth } from '../truth';
import { DateColumn, PairColumn, ResultColumn, SingleColumn, ValueColumn } from './column';
import type { ColumnPlan } from './column-plan';
import { NO_RESULT } from './comparisons';
import { distanceOf, itemsOf, type Family } from './family';
import { InstantRegions } from './instant-regions';
import type { RegionPlan } from './region-plan';
import { RowMemory } from './row-memory';
import type { RowPool } from './row-pool';
import type { RowShape } from './row-shape';
import { ValueRegions } from './value-regions';

type LeafPlan = Extract<ColumnPlan, { kind: Family }>;

/** All columns, those of one class together. */
export class Columns {
  readonly values: ValueColumn[] = [];
  readonly dates: DateColumn[] = [];
  readonly pairs: PairColumn[] = [];
  readonly singles: SingleColumn[] = [];
  readonly results: ResultColumn[] = [];

  /** Columns are numbered as their plans and shapes are. */
  constructor(
    private readonly plans: readonly ColumnPlan[],
    shapes: readonly RowShape[],
    private readonly pool: RowPool,
    private readonly regions: RegionPlan,
  ) {
    plans.forEach((plan, column) => {
      const rows = this.rowsOf(plan, shapes[column] as RowShape);
      if (plan.kind === 'result') this.addResult(column, rows, plan.result);
      else this.addLeaves(column, rows, plan);
    });
  }

  /** How many there are. */
  get count(): number {
    return this.plans.length;
  }

  /** Begins the pool anew. */
  forgetRows(): void {
    this.pool.forget();
    const all = [this.values, this.dates, this.pairs, this.singles, this.results].flat();
    for (const { rows } of all) rows.forget();
  }

  private rowsOf(plan: ColumnPlan, shape: RowShape): RowMemory {
    const hasLeaves = plan.kind !== 'result' && plan.kind !== 'single';
    const decisions = hasLeaves ? plan.leaves.map(decisionOf) : [(truth: unknown) => truth as Truth];
    return new RowMemory(decisions, shape, this.pool);
  }

  private addResult(column: number, rows: RowMemory, result: number): void {
    if (result === NO_RESULT) this.singles.push(new SingleColumn(column, rows, { decide: () => 'UNKNOWN' }));
    else this.results.push(new ResultColumn(column, rows, result));
  }

  private addLeaves(column: number, rows: RowMemory, { kind, leaves }: LeafPlan): void {
    const first = leaves[0] as Leaf;
    if (kind === 'single') this.singles.push(new SingleColumn(column, rows, compileLeaf(first)));
    else if (first.operand.kind === 'fact') this.addPair(column, rows, kind === 'dates', [first, first.operand]);
    else this.addLiterals(column, rows, kind, leaves);
  }

  private addPair(
    column: number,
    rows: RowMemory,
    asDates: boolean,
    sides: readonly Pick<Leaf, 'fact' | 'path'>[],
  ): void {
    const { places } = this.regions;
    const [left, right] = sides.map((side) => (asDates ? places.ofDate(side) : places.of(side)));
    this.pairs.push(new PairColumn(column, rows, left as number, right as number, asDates));
  }

  private addLiterals(column: number, rows: RowMemory, kind: Family, leaves: readonly Leaf[]): void {
    const first = leaves[0] as Leaf;
    const operands = leaves.flatMap(literalsOf);
    if (kind === 'value') {
      const place = this.regions.places.of(first);
      const slot = this.regions.add(place, kind, operands);
      this.values.push(new ValueColumn(column, rows, slot, place, new ValueRegions(operands)));
    } else if (kind === 'instant' || kind === 'distance') {
      const place = this.regions.places.ofDate(first);
      const milliseconds = millisecondsOf(operands, kind);
      const slot = this.regions.add(place, kind, milliseconds);
      const regions = new InstantRegions(milliseconds, kind === 'distance');
      this.dates.push(new DateColumn(column, rows, slot, place, regions));
    }
  }
}

/** How a comparison of a column judges the values of its places. */
function decisionOf(leaf: Leaf): Decide {
  const decide = leafDecision(leaf);
  if (leaf.operand.kind === 'fact') return decide;
  const { value } = leaf.operand;
  return (fact, _operand, now) => decide(fact, value, now);
}

function literalsOf({ operand }: Leaf): readonly Literal[] {
  return operand.kind === 'literal' ? [operand.value] : [];
}

/** Now itself is an end of every span of days. */
function millisecondsOf(operands: readonly Literal[], kind: Family): readonly number[] {
  const literals = operands.flatMap(itemsOf);
  if (kind === 'instant') return literals.map(instant).filter((at) => at !== null);
  return [0, ...literals.filter((literal) => typeof literal === 'number').map(distanceOf)];
}
