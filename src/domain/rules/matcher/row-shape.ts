/** Knows which lanes a column speaks for, and writes the row of bits that its truths make. */
import { NO, YES } from './truth-number';

/**
 * A row holds one word for each word of lanes. A bit of the first plane says that all of the lane's literals on this column
 * are true; a bit of the second, that none is false. Lanes without a literal here have theirs.
 */
export class RowShape {
  private readonly literals: number[] = [];

  /** Adds a literal to a lane: the comparison's index within its column, twice, plus one when it is negated. */
  addLiteral(literal: number, word: number, bit: number): void {
    this.literals.push(literal, word, ~(1 << bit));
  }

  /**
   * Writes both planes of these truths (by index within the column), of `length` words each, the second behind the first, and
   * says whether they differ: whether anything was neither true nor false.
   */
  write(truths: Uint8Array, words: Int32Array, offset: number, length: number): boolean {
    words.fill(-1, offset, offset + 2 * length);
    const { literals } = this;
    let open = false;
    for (let at = 0; at < literals.length; at += 3) {
      const literal = literals[at] as number;
      const truth = truths[literal >> 1] as number;
      const holds = (literal & 1) === 0 ? truth : YES - truth;
      if (holds === YES) continue;
      const word = offset + (literals[at + 1] as number);
      words[word] = (words[word] as number) & (literals[at + 2] as number);
      if (holds === NO) words[word + length] = (words[word + length] as number) & (literals[at + 2] as number);
      else open = true;
    }
    return open;
  }
}
