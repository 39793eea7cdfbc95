/** Chooses, for the values of an evaluation, the row of bits that a column brings. */
import type { CompiledCondition } from '../compiled-condition';
import type { FactSet } from '../fact-set';
import type { InstantRegions } from './instant-regions';
import { pairOfDates, pairOfValues } from './pair-regions';
import type { PlaceValues } from './place-values';
import type { RowMemory } from './row-memory';
import { truthNumber } from './truth-number';
import type { ValueRegions } from './value-regions';

/** Comparisons of one place with literals that are no dates. */
export class ValueColumn {
  constructor(
    readonly column: number,
    readonly rows: RowMemory,
    readonly slot: number,
    private readonly place: number,
    private readonly regions: ValueRegions,
  ) {}

  /** The entry of the row, as RowMemory gives it. */
  row({ values, now }: PlaceValues): number {
    const value = values[this.place];
    return this.rows.row(this.regions.of(value), value, undefined, now);
  }
}

/** Comparisons of one place with dates, or with days from now. */
export class DateColumn {
  constructor(
    readonly column: number,
    readonly rows: RowMemory,
    readonly slot: number,
    private readonly place: number,
    private readonly regions: InstantRegions,
  ) {}

  /** The entry of the row, as RowMemory gives it. */
  row({ values, instants, now }: PlaceValues): number {
    const value = values[this.place];
    return this.rows.row(this.regions.of(value, instants[this.place] as number, now), value, undefined, now);
  }
}

/** Comparisons of one place with another. */
export class PairColumn {
  constructor(
    readonly column: number,
    readonly rows: RowMemory,
    private readonly left: number,
    private readonly right: number,
    private readonly asDates: boolean,
  ) {}

  /** The entry of the row, as RowMemory gives it. */
  row({ values, instants, now }: PlaceValues): number {
    const { left, right } = this;
    const fact = values[left];
    const operand = values[right];
    const region = this.asDates
      ? pairOfDates(fact, operand, instants[left] as number, instants[right] as number)
      : pairOfValues(fact, operand);
    return this.rows.row(region, fact, operand, now);
  }
}

/** One comparison that is decided anew in each evaluation. */
export class SingleColumn {
  constructor(
    readonly column: number,
    readonly rows: RowMemory,
    private readonly condition: Pick<CompiledCondition, 'decide'>,
  ) {}

  /** The entry of the row, as RowMemory gives it. */
  row(facts: FactSet): number {
    const truth = this.condition.decide(facts);
    return this.rows.row(truthNumber(truth), truth, undefined, facts.now);
  }
}

/** Whether a result holds, once it is decided. */
export class ResultColumn {
  constructor(
    readonly column: number,
    readonly rows: RowMemory,
    readonly result: number,
  ) {}
}
