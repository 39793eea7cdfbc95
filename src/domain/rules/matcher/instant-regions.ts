/** Divides dates into regions that the instants of a column can't tell apart. */
import { NOW } from '../operators/dates';
import { Ranks } from './ranks';
import { NO_REGION } from './row-memory';

const ABSENT = 0;
const NO_DATE = 1;
const FIRST_INSTANT = 2;

/** Beyond the range of dates, or between milliseconds, differences are not exact. */
const FURTHEST_NOW = 8.64e15;

/** For operators that compare dates with instants, or with distances from now. */
export class InstantRegions {
  private readonly ranks: Ranks;

  /** Takes the instants in milliseconds, or with `fromNow` whole milliseconds from now. */
  constructor(
    milliseconds: readonly number[],
    private readonly fromNow: boolean,
  ) {
    this.ranks = new Ranks(milliseconds);
  }

  /** How many regions there are. */
  get count(): number {
    return FIRST_INSTANT + this.ranks.count;
  }

  /** Takes a place's value and its instant, NaN for none. NO_REGION for a list, for the text that means now, and when the clock is odd. */
  of(value: unknown, at: number, now: number): number {
    if (Number.isNaN(at)) return this.withoutDate(value);
    if (!this.fromNow) return FIRST_INSTANT + this.ranks.of(at);
    const exact = Number.isInteger(now) && Math.abs(now) <= FURTHEST_NOW;
    return exact ? FIRST_INSTANT + this.ranks.of(at - now) : NO_REGION;
  }

  private withoutDate(value: unknown): number {
    if (value === undefined) return ABSENT;
    return value === NOW || Array.isArray(value) ? NO_REGION : NO_DATE;
  }
}
