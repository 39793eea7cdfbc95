/** Finds the rows of a stage by the regions of all stages: what a column said of a region once is not asked again. */
import type { DateColumn, ValueColumn } from './column';
import type { PlaceRegions } from './place-regions';

const UNMADE = -1;

/** One table for the columns of a stage that compare a place with literals, each with a stretch of its own. */
export class EntryTable {
  /** By position among these columns: the slot whose region counts, where its stretch begins, and the column's number. */
  private readonly slots: Int32Array;
  private readonly starts: Int32Array;
  private readonly columns: Int32Array;
  /** Entries as RowMemory gives them. */
  private readonly known: Int32Array;

  constructor(
    private readonly owners: readonly (ValueColumn | DateColumn)[],
    private readonly places: PlaceRegions,
  ) {
    const counts = places.counts();
    const starts = [0];
    for (const { slot } of owners) starts.push((starts.at(-1) ?? 0) + (counts[slot] ?? 0));
    this.slots = Int32Array.from(owners, ({ slot }) => slot);
    this.starts = Int32Array.from(starts);
    this.columns = Int32Array.from(owners, ({ column }) => column);
    this.known = new Int32Array(starts.at(-1) ?? 0).fill(UNMADE);
  }

  /** To be called before rows are made anew. */
  forget(): void {
    this.known.fill(UNMADE);
  }

  /** Writes the entries of the evaluation at hand, by column. */
  choose(entries: Int32Array): void {
    const { slots, starts, columns, known } = this;
    const { regions } = this.places;
    for (let at = 0; at < slots.length; at++) {
      const region = regions[slots[at] as number] as number;
      const entry = region < 0 ? UNMADE : (known[(starts[at] as number) + region] as number);
      entries[columns[at] as number] = entry === UNMADE ? this.ask(at, region) : entry;
    }
  }

  /** What has no region is asked each time. */
  private ask(at: number, region: number): number {
    const entry = (this.owners[at] as ValueColumn | DateColumn).row(this.places.values);
    if (region >= 0) this.known[(this.starts[at] as number) + region] = entry;
    return entry;
  }
}
