/** Shares out the words of a matcher: tables that stay, then the rows of all columns. */
import type { MatchKernel } from './match-kernel';

/** Whatever is taken begins on a line of the processor's cache. */
const WORDS_OF_A_LINE = 16;

/** Words are taken one after the other; rows are told apart by the offset of their first word and forgotten all at once. */
export class RowPool {
  /** Words of one plane of every row. */
  readonly rowWords: number;
  private taken = 0;
  private staying = 0;

  /** `words`: how many a plane must have at least. */
  constructor(
    readonly kernel: MatchKernel,
    words: number,
  ) {
    this.rowWords = wholeLines(words);
  }

  /** To be read anew once anything was taken. */
  get words(): Int32Array {
    return this.kernel.words;
  }

  /** Words in use by rows. */
  get used(): number {
    return this.taken - this.staying;
  }

  /** Takes words that stay, with these in them, and returns where they begin; to be called before there are rows. */
  keep(words: ArrayLike<number>): number {
    const offset = this.keepRoom(words.length);
    this.words.set(words, offset);
    return offset;
  }

  /** The same with anything in them. */
  keepRoom(length: number): number {
    const offset = this.take(wholeLines(length));
    this.staying = this.taken;
    return offset;
  }

  /** The offset of both planes of a row, with anything in them. */
  takeRow(): number {
    return this.take(2 * this.rowWords);
  }

  /** Gives back the second plane of the row taken last. */
  giveBackPlane(): void {
    this.taken -= this.rowWords;
  }

  /** Every row is gone; whoever remembers offsets must forget them. */
  forget(): void {
    this.taken = this.staying;
  }

  private take(length: number): number {
    const offset = this.taken;
    this.taken += length;
    if (this.taken > this.words.length) this.kernel.grow(this.taken);
    return offset;
  }
}

function wholeLines(words: number): number {
  return WORDS_OF_A_LINE * Math.ceil(words / WORDS_OF_A_LINE);
}
