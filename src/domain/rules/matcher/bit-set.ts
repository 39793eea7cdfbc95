/** Holds a set of small numbers as bits. */

/** Numbers from 0 up to a fixed bound. */
export class BitSet {
  readonly words: Int32Array;

  /** `size`: one more than the largest number. */
  constructor(size: number) {
    this.words = new Int32Array((size + 31) >>> 5);
  }

  /** Whether a number is in. */
  has(number: number): boolean {
    return (((this.words[number >>> 5] as number) >>> (number & 31)) & 1) === 1;
  }

  /** Takes everything out. */
  clear(): void {
    this.words.fill(0);
  }
}
