/** Divides the values of a fact into regions that the literals of a column can't tell apart. */
import type { Literal } from '../condition';
import { ListRegions } from './list-regions';
import { Ranks } from './ranks';
import { NO_REGION } from './row-memory';

const ABSENT = 0;
const OBJECT = 1;
const FALSE = 2;
const TRUE = 3;
const OTHER_TEXT = 4;
const FIRST_TEXT = 5;

/** For operators that compare with texts, numbers and flags; dates have regions of their own. */
export class ValueRegions {
  private readonly texts: ReadonlyMap<string, number>;
  private readonly ranks: Ranks;
  private readonly firstNumber: number;
  /** How many regions there are of texts, numbers, flags and what is absent; those of lists come behind them. */
  readonly scalars: number;
  private readonly lists: ListRegions;

  /** Takes the right-hand sides of all comparisons of the column. */
  constructor(operands: readonly Literal[]) {
    const values = operands.flat();
    const texts = [...new Set(values.filter((value) => typeof value === 'string'))];
    this.texts = new Map(texts.map((text, at) => [text, FIRST_TEXT + at]));
    this.firstNumber = FIRST_TEXT + texts.length;
    this.ranks = new Ranks(values.filter((value) => typeof value === 'number').filter(Number.isFinite));
    this.scalars = this.firstNumber + this.ranks.count;
    this.lists = new ListRegions(this.scalars, (item) => this.ofItem(item));
  }

  /** Takes a value as `factAt` gives it: `undefined` is absent, numbers are finite. NO_REGION for what no document can hold. */
  of(value: unknown): number {
    switch (typeof value) {
      case 'number':
        return this.firstNumber + this.ranks.of(value);
      case 'string':
        return this.texts.get(value) ?? OTHER_TEXT;
      case 'boolean':
        return value ? TRUE : FALSE;
      case 'undefined':
        return ABSENT;
      case 'object':
        return Array.isArray(value) ? this.ofList(value) : OBJECT;
      default:
        return NO_REGION;
    }
  }

  private ofList(list: readonly unknown[]): number {
    const set = this.lists.of(list);
    return set < 0 ? NO_REGION : this.scalars + set;
  }

  private ofItem(item: unknown): number {
    const isScalar = typeof item === 'string' || typeof item === 'boolean' || Number.isFinite(item);
    return isScalar ? this.of(item) : NO_REGION;
  }
}
