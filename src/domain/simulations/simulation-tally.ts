/** Adds up, account by account, what a draft would change. */
import type { SuppressionCode } from '../documents/kinds/vocabulary';
import { isSameOffers, shiftOf, type AccountShift } from './account-shift';
import type { ComparedOutcome, Sides } from './compared-outcome';
import { SpreadSample } from './spread-sample';

/** Handoffs that would be offered and tasks that would be made, by each release. */
export type LoadCounts = readonly [
  handoffsBefore: number,
  handoffsAfter: number,
  tasksBefore: number,
  tasksAfter: number,
];

type Counts<Key> = readonly (readonly [key: Key, count: number])[];

/** What was added up so far, as it is stored. */
export interface TallyRecord {
  /** Accounts that were decided on; with an audience its members only. */
  readonly compared: number;
  /** Accounts that are made other offers, or the same in another order. */
  readonly changed: number;
  /** Accounts by the offer they gain and lose. */
  readonly gained: Counts<string>;
  readonly lost: Counts<string>;
  /** Offers kept back, by code. */
  readonly suppressed: Sides<Counts<SuppressionCode>>;
  /** Accounts by the number of offers they are made, from 0. */
  readonly offered: Sides<readonly number[]>;
  /** By the person it falls to; null: nobody is named. */
  readonly loads: readonly (readonly [person: string | null, counts: LoadCounts])[];
  /** Changed accounts, in the order of their hash. */
  readonly sample: readonly AccountShift[];
}

/** Nothing yet. */
export const EMPTY_TALLY: TallyRecord = {
  compared: 0,
  changed: 0,
  gained: [],
  lost: [],
  suppressed: { before: [], after: [] },
  offered: { before: [], after: [] },
  loads: [],
  sample: [],
};

/** Whose decisions are added. */
export interface TalliedAccount {
  readonly accountId: string;
  /** The account's owner, whom handoffs fall to; undefined: nobody is named. */
  readonly owner: string | undefined;
}

/** Grows with offers, codes and people, not with accounts. */
export class SimulationTally {
  private compared: number;
  private changed: number;
  private readonly gained: Map<string, number>;
  private readonly lost: Map<string, number>;
  private readonly suppressed: Sides<Map<SuppressionCode, number>>;
  private readonly offered: Sides<number[]>;
  private readonly loads: Map<string | null, number[]>;
  private readonly sample: SpreadSample;

  /** Goes on from what an earlier tally of the same sample size had added up. */
  constructor(sampleSize: number, earlier: TallyRecord = EMPTY_TALLY) {
    const { suppressed, offered, loads } = earlier;
    this.compared = earlier.compared;
    this.changed = earlier.changed;
    this.gained = new Map(earlier.gained);
    this.lost = new Map(earlier.lost);
    this.suppressed = { before: new Map(suppressed.before), after: new Map(suppressed.after) };
    this.offered = { before: [...offered.before], after: [...offered.after] };
    this.loads = new Map(loads.map(([person, counts]) => [person, [...counts]]));
    this.sample = new SpreadSample(sampleSize, earlier.sample);
  }

  /** Each account once. */
  add(account: TalliedAccount, outcomes: Sides<ComparedOutcome>): void {
    this.compared += 1;
    this.addSide(account, outcomes.before, 'before');
    this.addSide(account, outcomes.after, 'after');
    if (isSameOffers(outcomes)) return;
    this.changed += 1;
    countMissing(this.gained, outcomes.after, outcomes.before);
    countMissing(this.lost, outcomes.before, outcomes.after);
    this.sample.offer(account.accountId, () => shiftOf(account.accountId, outcomes));
  }

  /** What was added up so far; the same accounts give the same, whatever order they came in, but for the order of lists of counts. */
  record(): TallyRecord {
    return {
      compared: this.compared,
      changed: this.changed,
      gained: [...this.gained],
      lost: [...this.lost],
      suppressed: { before: [...this.suppressed.before], after: [...this.suppressed.after] },
      offered: { before: [...this.offered.before], after: [...this.offered.after] },
      loads: [...this.loads].map(([person, counts]) => [person, [...counts] as unknown as LoadCounts]),
      sample: this.sample.shifts,
    };
  }

  private addSide({ owner }: TalliedAccount, outcome: ComparedOutcome, side: keyof Sides<unknown>): void {
    for (const { code } of outcome.suppressed) countOne(this.suppressed[side], code);
    countAt(this.offered[side], outcome.offers.length);
    const isAfter = side === 'after' ? 1 : 0;
    for (const { closeMode } of outcome.offers)
      if (closeMode === 'HANDOFF') countAt(this.loadOf(owner ?? null), isAfter);
    for (const { assignee } of outcome.tasks) countAt(this.loadOf(assignee), 2 + isAfter);
  }

  private loadOf(person: string | null): number[] {
    const known = this.loads.get(person) ?? [0, 0, 0, 0];
    this.loads.set(person, known);
    return known;
  }
}

function countMissing(counts: Map<string, number>, outcome: ComparedOutcome, other: ComparedOutcome): void {
  for (const { offerKey } of outcome.offers)
    if (!other.offers.some((offer) => offer.offerKey === offerKey)) countOne(counts, offerKey);
}

function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Fills up with zeros before the place. */
function countAt(counts: number[], place: number): void {
  while (counts.length <= place) counts.push(0);
  counts[place] = (counts[place] ?? 0) + 1;
}
