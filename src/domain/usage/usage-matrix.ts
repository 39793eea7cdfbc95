/** Describes what is known of an account's usage, per metric, as decisions read it. */
import type { Timestamp } from '../accounts/account';
import type { Threshold } from '../documents/kinds/plan-document';

/** A threshold that was crossed, recorded once per account, metric, threshold and period. */
export interface Crossing {
  readonly threshold: Threshold;
  /** Time of the usage event that crossed it, not of its arrival. */
  readonly crossedAt: Timestamp;
}

/** The state of one metric. The limit is not here: it is the plan's, and the plan may change. */
export interface MetricUsage {
  /** Units used in the period that contains `asOf`. */
  readonly used: number;
  /** Start of that period; null for metrics that never reset. */
  readonly periodStart: Timestamp | null;
  /** Time of the newest event counted. */
  readonly asOf: Timestamp;
  /** Used at the same point one period (for `none`: 30 days) earlier; null when nothing is known of it. */
  readonly previous: number | null;
  /** Since when usage has been at or above the metric's `sustainedRatio` without a break; null when it is below. */
  readonly sustainedSince: Timestamp | null;
  /** Crossings of this period, oldest first. */
  readonly crossings: readonly Crossing[];
}

/** Usage by metric key. A metric never reported is absent. */
export type UsageMatrix = Readonly<Record<string, MetricUsage>>;
