/** Numbers lists by the set of regions that their items lie in. */
import { NO_REGION } from './row-memory';

const MOST_SETS = 1_024;
const EMPTY = 0;

/**
 * Every operator on a list asks its items one by one and joins the answers, so that order and repetition don't matter. Sets
 * are numbered as they are met, from 0 for the empty list.
 */
export class ListRegions {
  /** Steps by set * items + item: the set with that item. */
  private readonly steps = new Map<number, number>();
  private readonly numbers = new Map<string, number>([['', EMPTY]]);
  private readonly sets: (readonly number[])[] = [[]];

  /** `itemRegion` gives each item's region, below `items`, or a negative number for an item that has none. */
  constructor(
    private readonly items: number,
    private readonly itemRegion: (item: unknown) => number,
  ) {}

  /** The number of a list's set; NO_REGION when an item has no region, or once 1,024 sets are known. */
  of(list: readonly unknown[]): number {
    let set = EMPTY;
    for (const item of list) {
      const region = this.itemRegion(item);
      if (region < 0) return NO_REGION;
      set = this.steps.get(set * this.items + region) ?? this.step(set, region);
      if (set < 0) return NO_REGION;
    }
    return set;
  }

  private step(set: number, region: number): number {
    const members = [...new Set([...(this.sets[set] ?? []), region])].sort((a, b) => a - b);
    const key = members.join();
    const next = this.numbers.get(key) ?? (this.sets.length < MOST_SETS ? this.sets.push(members) - 1 : NO_REGION);
    if (next < 0) return NO_REGION;
    this.numbers.set(key, next);
    this.steps.set(set * this.items + region, next);
    return next;
  }
}
