/** Packs lanes into words of 32 and says which columns speak for each word. */
import type { Steps } from '../../collections/steps';
import type { Comparisons } from './comparisons';
import type { Likelihood } from './likelihood';
import type { Term } from './normal-form';
import type { RowShape } from './row-shape';

/** A place in the bit set: one term of what it makes true. */
export interface Lane {
  /** Bit of the result or rule that is true when the term is. */
  readonly target: number;
  readonly term: Term;
}

const BITS = 32;

/** Words are packed in the order in which lanes arrive. */
export class LaneWords {
  /** For each word, a bit for every lane in use. */
  readonly masks: number[] = [];
  /** For each lane, in words of 32, its target. */
  readonly targets: number[] = [];
  /** For each word, where its pairs begin in `pairs`; one more at the end. */
  readonly starts: number[] = [0];
  /** Column, and the word's place within the column's row. */
  readonly pairs: number[] = [];

  /** `shapes` by column: they learn which lanes they speak for. */
  constructor(
    private readonly comparisons: Comparisons,
    private readonly shapes: readonly RowShape[],
    private readonly likelihood: Likelihood,
  ) {}

  /** How many words there are. */
  get count(): number {
    return this.masks.length;
  }

  /** Adds lanes in new words, a word at a time. */
  *addSteps(lanes: readonly Lane[]): Steps<void> {
    for (let at = 0; at < lanes.length; at += BITS) {
      this.addWord(lanes.slice(at, at + BITS));
      yield;
    }
  }

  private addWord(lanes: readonly Lane[]): void {
    const mask = lanes.length === BITS ? -1 : (1 << lanes.length) - 1;
    this.masks.push(mask);
    const places = new Map<number, number>();
    lanes.forEach(({ target, term }, bit) => {
      this.targets.push(target);
      for (const literal of term) this.addLiteral(literal, bit, mask, places);
    });
    while (this.targets.length < this.count * BITS) this.targets.push(-1);
    for (const [column, place] of this.soonestLost(places, lanes)) this.pairs.push(column, place);
    this.starts.push(this.pairs.length);
  }

  private addLiteral(literal: number, bit: number, mask: number, places: Map<number, number>): void {
    const { column, at } = this.comparisons.homeOf(literal >> 1);
    const shape = this.shapes[column] as RowShape;
    const place = places.get(column) ?? shape.addWord(mask);
    places.set(column, place);
    shape.addLiteral(2 * at + (literal & 1), place, bit);
  }

  /** Columns by the share of lanes that they are expected to leave. */
  private soonestLost(places: ReadonlyMap<number, number>, lanes: readonly Lane[]): readonly (readonly [number, number])[] {
    const lost = new Map<number, number>();
    for (const literal of lanes.flatMap(({ term }) => term)) {
      const { column } = this.comparisons.homeOf(literal >> 1);
      lost.set(column, (lost.get(column) ?? 0) + 1 - this.likelihood.of(literal).chance);
    }
    return [...places].sort(([a], [b]) => (lost.get(b) ?? 0) - (lost.get(a) ?? 0));
  }
}
