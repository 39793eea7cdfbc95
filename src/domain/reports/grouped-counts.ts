/** Adds up counters by group: the only memory of a report, as large as its groups. */
import {
  narrowedBy,
  REPORT_DIMENSIONS,
  type Coordinates,
  type NarrowedDimension,
  type ReportDimension,
  type ReportFilter,
} from './dimensions';

/** Which dimensions apply to what a counter counts; each count must carry just these. */
export const CARRIED = {
  impressions: REPORT_DIMENSIONS,
  presented: REPORT_DIMENSIONS,
  accepted: REPORT_DIMENSIONS,
  declined: REPORT_DIMENSIONS,
  declinedFor: REPORT_DIMENSIONS,
  snoozed: REPORT_DIMENSIONS,
  dismissed: REPORT_DIMENSIONS,
  unanswered: REPORT_DIMENSIONS,
  pairs: REPORT_DIMENSIONS,
  pairsImmature: REPORT_DIMENSIONS,
  pairsEndedIn: REPORT_DIMENSIONS,
  accountsPresented: REPORT_DIMENSIONS,
  conversationsWithOffer: REPORT_DIMENSIONS,
  crossingsPrompted: REPORT_DIMENSIONS,
  crossingsPromptedInTime: REPORT_DIMENSIONS,
  repeatPitches: REPORT_DIMENSIONS,
  grounded: REPORT_DIMENSIONS,
  candidates: ['offer', 'segment', 'surface', 'day'],
  blocked: ['offer', 'segment', 'surface', 'day'],
  conversations: ['segment', 'surface', 'day'],
  accountsCrossing: ['segment', 'day'],
  activeAccounts: ['segment'],
  pool: ['segment'],
} as const satisfies Record<string, readonly ReportDimension[]>;
/** Something that is counted. */
export type Counter = keyof typeof CARRIED;

/** Where one counter counts: all of its dimensions, and no other. */
export type CoordinatesOf<C extends Counter> = {
  readonly [D in (typeof CARRIED)[C][number]]: string | null;
};

/** Counts of one report, for one way of grouping. Counting is independent of order. */
export class GroupedCounts {
  private readonly counts = new Map<string, number>();
  private readonly delays = new Map<string, number[]>();
  private readonly found = new Map<string, Coordinates>();

  private readonly narrowed: readonly NarrowedDimension[];

  /** No dimension gives one group: the total. */
  constructor(
    readonly groupBy: readonly ReportDimension[],
    private readonly filter: ReportFilter,
  ) {
    this.narrowed = narrowedBy(filter);
  }

  /** Groups in which anything was counted, in no particular order. */
  get groups(): readonly Coordinates[] {
    return [...this.found.values()];
  }

  /** Number of groups so far. */
  get size(): number {
    return this.found.size;
  }

  /** Adds one; nothing when the filter keeps it out. `detail` splits a counter, for instance by reason. */
  add<C extends Counter>(counter: C, coordinates: NoInfer<CoordinatesOf<C>>, detail = ''): void {
    const key = this.keyOf(coordinates);
    if (key === null) return;
    const name = nameOf(counter, detail, key);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    this.find(key, coordinates);
  }

  /** Keeps how long a prompt took after its crossing, in milliseconds. */
  addDelay(coordinates: CoordinatesOf<'crossingsPrompted'>, milliseconds: number): void {
    const key = this.keyOf(coordinates);
    if (key === null) return;
    const known = this.delays.get(key);
    if (known === undefined) this.delays.set(key, [milliseconds]);
    else known.push(milliseconds);
  }

  /** The count in a group; in the dimensions that do not apply to the counter the group does not narrow it. */
  of(counter: Counter, group: Coordinates, detail = ''): number {
    const carried: readonly ReportDimension[] = CARRIED[counter];
    const known = Object.fromEntries(carried.map((dimension) => [dimension, group[dimension] ?? null]));
    return this.counts.get(nameOf(counter, detail, this.spell(known))) ?? 0;
  }

  /** Milliseconds in ascending order. */
  delaysOf(group: Coordinates): readonly number[] {
    return (this.delays.get(this.spell(group)) ?? []).toSorted((a, b) => a - b);
  }

  /** Names the group that something belongs to; null when the filter keeps it out. What does not apply to it does not. */
  keyOf(coordinates: Coordinates): string | null {
    for (const dimension of this.narrowed) {
      const value = coordinates[dimension];
      if (value !== undefined && value !== this.filter[dimension]) return null;
    }
    return this.spell(coordinates);
  }

  /** Whether every dimension that the report groups or narrows by applies to the counter. */
  applies(counter: Counter): boolean {
    const carried: readonly ReportDimension[] = CARRIED[counter];
    return [...this.groupBy, ...this.narrowed].every((dimension) => carried.includes(dimension));
  }

  private spell(coordinates: Coordinates): string {
    return JSON.stringify(
      this.groupBy.map((dimension) => coordinates[dimension] ?? (dimension in coordinates ? null : 0)),
    );
  }

  private find(key: string, coordinates: Coordinates): void {
    if (this.found.has(key) || !this.groupBy.every((dimension) => dimension in coordinates)) return;
    this.found.set(
      key,
      Object.fromEntries(this.groupBy.map((dimension) => [dimension, coordinates[dimension] ?? null])),
    );
  }
}

function nameOf(counter: Counter, detail: string, key: string): string {
  return `${counter}/${detail}/${key}`;
}
