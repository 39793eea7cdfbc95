/** Describes what joins the rows of an evaluation, and the words on which it works. */

/** Positions are counted in words. `level` is where a level is described, `chosen` where each column's row is named by its position. */
export interface MatchKernel {
  /** Replaced by a longer array when it grows, so that nobody may hold on to it while rows are made. */
  readonly words: Int32Array;
  /** Makes room for at least so many words; those there are keep their places. Throws when there is no more. */
  grow(length: number): void;
  /** Sets, from word `into` on, the bits of the targets of the lanes that every row leaves. */
  mark(level: number, chosen: number, into: number): void;
  /** Writes the targets of the lanes that every row leaves, neighbours that are the same once; returns how many these are. */
  list(level: number, chosen: number, to: number): number;
}

/** Chooses what joins so many words of lanes. */
export type KernelChoice = (words: number) => MatchKernel;

/**
 * What a kernel reads of a level, one word each and in this order: how many columns, the first word of lanes and the one
 * behind the last, where the masks of lanes in use begin, where their targets, where there is room for lanes; then the columns.
 */
export const LEVEL_HEAD = 6;

/** Positions of rows, masks and room are multiples of so many words, and so is the first word of each level. */
export const WORDS_TOGETHER = 4;
