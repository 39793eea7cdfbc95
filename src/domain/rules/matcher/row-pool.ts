/** Keeps the rows of all columns of a matcher in one array of words. */

const FIRST_WORDS = 1_024;

/** Rows are told apart by the offset of their first word; they are taken one after the other and forgotten all at once. */
export class RowPool {
  /** Replaced by a longer array when it grows, so that nobody may hold on to it while rows are made. */
  words = new Int32Array(FIRST_WORDS);
  private taken = 0;

  /** Words in use. */
  get used(): number {
    return this.taken;
  }

  /** The offset of `length` words with anything in them. */
  take(length: number): number {
    const offset = this.taken;
    this.taken += length;
    if (this.taken > this.words.length) this.grow();
    return offset;
  }

  /** Gives back the last `length` words taken. */
  giveBack(length: number): void {
    this.taken -= length;
  }

  /** Every row is gone; whoever remembers offsets must forget them. */
  forget(): void {
    this.taken = 0;
  }

  private grow(): void {
    const words = new Int32Array(Math.max(2 * this.words.length, this.taken));
    words.set(this.words);
    this.words = words;
  }
}
