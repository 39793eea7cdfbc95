/** Describes what ingestion remembers of one metric beyond what decisions read. */
import type { Timestamp } from '../accounts/account';
import type { Crossing } from './usage-matrix';

/** The count as it stood after the last event of one UTC day: where a replay can take it up again. */
export interface DayUsage {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** What the day contributes to a rolling sum: its ADD values, from its last SET on. */
  readonly added: number;
  /** Whether a SET of this day states the level: nothing earlier counts in a rolling sum then. */
  readonly stated: boolean;
  /** Level after the last event of the day, never below 0. */
  readonly level: number;
  /** Highest level after any event: of the period so far, for rolling metrics of the day. */
  readonly peak: number;
  /** `MetricUsage.sustainedSince` as of the last event of the day. */
  readonly sustainedSince: Timestamp | null;
}

/** A place in the order of events: by time, then id. */
export interface EventPosition {
  readonly at: Timestamp;
  readonly id: string;
}

/** A crossing with the period it counts for. */
export interface LedgerCrossing extends Crossing {
  /** Start of the period, or of the limit in force where that is later; null for neither. */
  readonly periodStart: Timestamp | null;
}

/** The limit against which crossings are found, and from when. */
export interface ArmedLimit {
  readonly plan: string | null;
  /** Units; null when unlimited or unknown. */
  readonly limit: number | null;
  /** Time of the newest event counted when this limit came into force; null when it was there from the start. */
  readonly since: Timestamp | null;
}

/** Kept per account and metric, as JSON. */
export interface MetricLedger {
  /** The last 62 days with events (two periods, for trends and rolling windows), oldest first. */
  readonly days: readonly DayUsage[];
  /** The newest event counted. */
  readonly last: EventPosition;
  /** Crossings recorded in about the last two periods, in the order in which they were recorded. */
  readonly crossings: readonly LedgerCrossing[];
  readonly armed: ArmedLimit;
}
