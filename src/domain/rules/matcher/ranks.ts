/** Finds where a number lies among sorted ones: on one of them, or in a gap between two. */

/** Ranks of the numbers -∞ … ∞ among `n` different ones: 2 i + 1 on the i-th, 2 i in the gap before it, 2 n behind the last. */
export class Ranks {
  private readonly sorted: Float64Array;

  /** Takes any finite numbers, in any order, doubled or not. */
  constructor(numbers: readonly number[]) {
    this.sorted = Float64Array.from(new Set(numbers.map((number) => number + 0))).sort();
  }

  /** How many ranks there are. */
  get count(): number {
    return 2 * this.sorted.length + 1;
  }

  /** The rank of a finite number; -0 counts as 0. */
  of(number: number): number {
    const { sorted } = this;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as number) < number) low = middle + 1;
      else high = middle;
    }
    return low < sorted.length && sorted[low] === number ? 2 * low + 1 : 2 * low;
  }
}
