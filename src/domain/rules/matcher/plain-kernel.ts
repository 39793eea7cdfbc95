/** Joins rows word by word: what the kernel in WebAssembly does, readable, and faster where there is little to join. */
import { LEVEL_HEAD, type MatchKernel } from './match-kernel';

const FIRST_WORDS = 1_024;

/** Its words are an array of its own, which doubles. */
export class PlainKernel implements MatchKernel {
  words = new Int32Array(FIRST_WORDS);

  grow(length: number): void {
    const words = new Int32Array(Math.max(2 * this.words.length, length));
    words.set(this.words);
    this.words = words;
  }

  mark(level: number, chosen: number, into: number): void {
    const { words } = this;
    const [end, targets] = [words[level + 2] as number, words[level + 4] as number];
    for (let word = words[level + 1] as number; word < end; word++) {
      for (let left = this.join(level, chosen, word); left !== 0; left &= left - 1) {
        const target = words[targets + 32 * word + lowestBit(left)] as number;
        const place = into + (target >>> 5);
        words[place] = (words[place] as number) | (1 << (target & 31));
      }
    }
  }

  list(level: number, chosen: number, to: number): number {
    const { words } = this;
    const [end, targets] = [words[level + 2] as number, words[level + 4] as number];
    let count = 0;
    let last = -1;
    for (let word = words[level + 1] as number; word < end; word++) {
      for (let left = this.join(level, chosen, word); left !== 0; left &= left - 1) {
        const target = words[targets + 32 * word + lowestBit(left)] as number;
        if (target !== last) words[to + count++] = target;
        last = target;
      }
    }
    return count;
  }

  /** The lanes of a word that every row leaves. */
  private join(level: number, chosen: number, word: number): number {
    const { words } = this;
    const columns = level + LEVEL_HEAD;
    const stop = columns + (words[level] as number);
    let lanes = words[(words[level + 3] as number) + word] as number;
    for (let at = columns; at < stop && lanes !== 0; at++) {
      const row = words[chosen + (words[at] as number)] as number;
      lanes &= words[row + word] as number;
    }
    return lanes;
  }
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
