/** Finds where a number lies among sorted ones: on one of them, or in a gap between two. */

/** Ranks of the numbers -∞ … ∞ among `n` different ones: 2 i + 1 on the i-th, 2 i in the gap before it, 2 n behind the last. */
export class Ranks {
  /** How many ranks there are. */
  readonly count: number;
  /** Filled up with ∞ to a power of two, at least once. */
  private readonly sorted: Float64Array;

  /** Takes any finite numbers, in any order, doubled or not. */
  constructor(numbers: readonly number[]) {
    const different = Float64Array.from(new Set(numbers.map((number) => number + 0))).sort();
    this.count = 2 * different.length + 1;
    this.sorted = new Float64Array(2 ** (32 - Math.clz32(different.length))).fill(Infinity);
    this.sorted.set(different);
  }

  /** The rank of a finite number; -0 counts as 0. Halves without a jump: no processor could guess which way. */
  of(number: number): number {
    const { sorted } = this;
    let low = 0;
    for (let half = sorted.length >> 1; half > 0; half >>= 1) {
      low += half & -Number((sorted[low + half - 1] as number) < number);
    }
    return 2 * low + Number(sorted[low] === number);
  }
}
