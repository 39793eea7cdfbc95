/** Chooses, for the facts of an evaluation, the row of bits that each column brings. */
import type { CompiledCondition } from '../compiled-condition';
import type { Leaf } from '../condition';
import { factAt } from '../fact-at';
import type { FactSet } from '../fact-set';
import type { RowMemory } from './row-memory';
import { truthNumber } from './truth-number';

/** A column that is decided from the facts. */
export interface Column {
  /** Twice the offset of the row, plus one when it has a second plane. */
  row(facts: FactSet): number;
  readonly rows: RowMemory;
}

/** Comparisons of one fact with literals. */
export class FactColumn implements Column {
  constructor(
    private readonly place: Pick<Leaf, 'fact' | 'path'>,
    private readonly region: (value: unknown, now: number) => number,
    readonly rows: RowMemory,
  ) {}

  /** Looks the fact up once. */
  row(facts: FactSet): number {
    const value = factAt(facts, this.place.fact, this.place.path);
    return this.rows.row(this.region(value, facts.now), value, undefined, facts.now);
  }
}

/** Comparisons of one fact with another. */
export class PairColumn implements Column {
  constructor(
    private readonly left: Pick<Leaf, 'fact' | 'path'>,
    private readonly right: Pick<Leaf, 'fact' | 'path'>,
    private readonly region: (fact: unknown, operand: unknown) => number,
    readonly rows: RowMemory,
  ) {}

  /** Looks both facts up. */
  row(facts: FactSet): number {
    const fact = factAt(facts, this.left.fact, this.left.path);
    const operand = factAt(facts, this.right.fact, this.right.path);
    return this.rows.row(this.region(fact, operand), fact, operand, facts.now);
  }
}

/** One comparison that is decided anew in each evaluation. */
export class SingleColumn implements Column {
  constructor(
    private readonly condition: Pick<CompiledCondition, 'decide'>,
    readonly rows: RowMemory,
  ) {}

  /** Decides. */
  row(facts: FactSet): number {
    const truth = this.condition.decide(facts);
    return this.rows.row(truthNumber(truth), truth, undefined, facts.now);
  }
}
