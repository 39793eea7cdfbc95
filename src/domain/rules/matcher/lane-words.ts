/** Packs lanes into words of 32, level by level, and tells the columns which lanes they speak for. */
import type { Steps } from '../../collections/steps';
import type { Comparisons } from './comparisons';
import { WORDS_TOGETHER } from './match-kernel';
import type { Term } from './normal-form';
import { RowShape } from './row-shape';

/** A place in the bit set: one term of what it makes true. */
export interface Lane {
  /** Number of the result or rule that is true when the term is. */
  readonly target: number;
  readonly term: Term;
}

/** Where the lanes of one level are, and the columns that speak for any of them. */
export interface LaneSpan {
  readonly firstWord: number;
  readonly endWord: number;
  readonly columns: readonly number[];
}

const BITS = 32;

/** Words are packed in the order in which lanes arrive. */
export class LaneWords {
  /** For each word, a bit for every lane in use. */
  readonly masks: number[] = [];
  /** For each lane, in words of 32, its target; 0 where there is none. */
  readonly targets: number[] = [];
  /** By column. */
  readonly shapes: readonly RowShape[];

  /** Takes comparisons to which none is added any more. */
  constructor(private readonly comparisons: Comparisons) {
    this.shapes = comparisons.columns.map(() => new RowShape());
  }

  /** Adds the lanes of a level, a word at a time. */
  *addSteps(lanes: readonly Lane[]): Steps<LaneSpan> {
    const firstWord = this.masks.length;
    const columns = new Set<number>();
    for (let at = 0; at < lanes.length; at += BITS) {
      this.addWord(lanes.slice(at, at + BITS), columns);
      yield;
    }
    const endWord = this.masks.length;
    while (this.masks.length % WORDS_TOGETHER > 0) this.addWord([], columns);
    return { firstWord, endWord, columns: [...columns].sort((a, b) => a - b) };
  }

  private addWord(lanes: readonly Lane[], columns: Set<number>): void {
    const word = this.masks.push(lanes.length === BITS ? -1 : (1 << lanes.length) - 1) - 1;
    for (let bit = 0; bit < BITS; bit++) {
      this.targets.push(lanes[bit]?.target ?? 0);
      for (const literal of lanes[bit]?.term ?? []) columns.add(this.addLiteral(literal, word, bit));
    }
  }

  private addLiteral(literal: number, word: number, bit: number): number {
    const { column, at } = this.comparisons.homeOf(literal >> 1);
    (this.shapes[column] as RowShape).addLiteral(2 * at + (literal & 1), word, bit);
    return column;
  }
}
