/** Shares out the words of a matcher: tables that stay, then the rows of all columns. */
import type { KernelChoice, MatchKernel } from './match-kernel';

/** Whatever is taken begins on a line of the processor's cache. */
const WORDS_OF_A_LINE = 16;

/** Words are taken one after the other; rows are told apart by the offset of their first word and forgotten all at once. */
export class RowPool {
  readonly kernel: MatchKernel;
  /** Words of one plane of every row: enough for `lanes` words of lanes. */
  readonly rowWords: number;

  private taken = 0;
  private staying = 0;

  constructor(lanes: number, kernelFor: KernelChoice) {
    this.rowWords = wholeLines(lanes);
    this.kernel = kernelFor(this.rowWords);
  }

  /** To be read anew once anything was taken. */
  get words(): Int32Array {
    return this.kernel.words;
  }

  /** Words in use by rows. */
  get used(): number {
    return this.taken - this.staying;
  }

  /** Takes words that stay, with these in them or else 0, and returns where they begin; to be called before there are rows. */
  keep(words: Partial<ArrayLike<number>> & { readonly length: number }): number {
    const offset = this.take(wholeLines(words.length));
    this.words.set(Array.from(words, (word) => word ?? 0), offset);
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
