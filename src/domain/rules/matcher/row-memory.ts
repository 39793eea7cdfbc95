/** Remembers the row of every region of a column; a row is made when its region is first seen. */
import type { Decide } from '../operators/compile-operator';
import type { RowPool } from './row-pool';
import type { RowShape } from './row-shape';
import { truthNumber } from './truth-number';

/** Stands for values whose truths hold for this one evaluation only. */
export const NO_REGION = -1;

const UNMADE = -1;

/** Rows come from the operators themselves, tried on the value at hand: all values of one region must give the same truths. */
export class RowMemory {
  private entries = new Int32Array(0);
  private readonly truths: Uint8Array;
  /** Where the row of the one evaluation stands. */
  private passing = UNMADE;

  /** `decisions` by index within the column. */
  constructor(
    private readonly decisions: readonly Decide[],
    private readonly shape: RowShape,
    private readonly pool: RowPool,
  ) {
    this.truths = new Uint8Array(decisions.length);
  }

  /** Twice the offset of the row, plus one when it has a second plane. */
  row(region: number, fact: unknown, operand: unknown, now: number): number {
    const entry = region >= 0 && region < this.entries.length ? (this.entries[region] as number) : UNMADE;
    return entry === UNMADE ? this.make(region, fact, operand, now) : entry;
  }

  /** To be called before the pool begins anew. */
  forget(): void {
    this.entries.fill(UNMADE);
    this.passing = UNMADE;
  }

  private make(region: number, fact: unknown, operand: unknown, now: number): number {
    this.decisions.forEach((decide, at) => {
      this.truths[at] = truthNumber(decide(fact, operand, now));
    });
    return region === NO_REGION ? this.writePassing() : this.writeKept(region);
  }

  private writePassing(): number {
    if (this.passing === UNMADE) this.passing = this.pool.takeRow();
    return this.write(this.passing);
  }

  private writeKept(region: number): number {
    const entry = this.write(this.pool.takeRow());
    if ((entry & 1) === 0) this.pool.giveBackPlane();
    this.keep(region, entry);
    return entry;
  }

  private write(offset: number): number {
    const { words, rowWords } = this.pool;
    return 2 * offset + (this.shape.write(this.truths, words, offset, rowWords) ? 1 : 0);
  }

  private keep(region: number, entry: number): void {
    if (region >= this.entries.length) {
      const entries = new Int32Array(Math.max(2 * this.entries.length, region + 1)).fill(UNMADE);
      entries.set(this.entries);
      this.entries = entries;
    }
    this.entries[region] = entry;
  }
}
