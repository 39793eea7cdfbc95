/** Builds the column of a plan: how its values divide into regions, and what each comparison says of one. */
import { compileLeaf } from '../compile-leaf';
import type { Leaf, Literal } from '../condition';
import { leafDecision } from '../leaf-decision';
import type { Decide } from '../operators/compile-operator';
import { instant } from '../operators/instant';
import type { Truth } from '../truth';
import { FactColumn, PairColumn, SingleColumn, type Column } from './column';
import type { ColumnPlan } from './column-plan';
import { distanceOf, itemsOf, type Family } from './family';
import { InstantRegions } from './instant-regions';
import { pairOfDates, pairOfValues } from './pair-regions';
import { RowMemory } from './row-memory';
import type { RowPool } from './row-pool';
import { ValueRegions } from './value-regions';

/** The leaves of a plan are not empty, and all of its kind. */
export function buildColumn({ kind, leaves }: LeafPlan, pool: RowPool): Column {
  const first = leaves[0] as Leaf;
  const { operand } = first;
  if (kind === 'single') return new SingleColumn(compileLeaf(first), truthRows(pool));
  const rows = new RowMemory(leaves.map(decisionOf), pool);
  if (operand.kind === 'fact') {
    return new PairColumn(first, operand, kind === 'dates' ? pairOfDates : pairOfValues, rows);
  }
  return new FactColumn(first, regionsOf(kind, leaves.flatMap(literalsOf)), rows);
}

type LeafPlan = Extract<ColumnPlan, { kind: Family }>;

/** The rows of a column whose only value is the truth of one comparison. */
export function truthRows(pool: RowPool): RowMemory {
  return new RowMemory([(truth) => truth as Truth], pool);
}

function decisionOf(leaf: Leaf): Decide {
  const decide = leafDecision(leaf);
  if (leaf.operand.kind === 'fact') return decide;
  const { value } = leaf.operand;
  return (fact, _operand, now) => decide(fact, value, now);
}

function literalsOf({ operand }: Leaf): readonly Literal[] {
  return operand.kind === 'literal' ? [operand.value] : [];
}

function regionsOf(kind: Family, operands: readonly Literal[]): (value: unknown, now: number) => number {
  if (kind === 'value') {
    const regions = new ValueRegions(operands);
    return (value) => regions.of(value);
  }
  const milliseconds = operands.flatMap(itemsOf).flatMap(kind === 'distance' ? distancesOf : instantsOf);
  const regions = new InstantRegions(milliseconds, kind === 'distance');
  return (value, now) => regions.of(value, now);
}

/** Now itself is an end of every span of days. */
function distancesOf(literal: Literal): readonly number[] {
  return typeof literal === 'number' ? [0, distanceOf(literal)] : [0];
}

function instantsOf(literal: Literal): readonly number[] {
  const at = instant(literal);
  return at === null ? [] : [at];
}
