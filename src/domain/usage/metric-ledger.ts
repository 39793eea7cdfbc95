/** Describes what ingestion remembers of one metric beyond what decisions read. */
import type { Timestamp } from '../accounts/account';

/** Usage of one UTC day. */
export interface DayUsage {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Sum of ADD values. */
  readonly added: number;
  /** Level at the end of the day (sum or latest) or its peak (max). */
  readonly level: number;
}

/** At most 62 days, oldest first: two periods, for trends and rolling windows. */
export interface MetricLedger {
  readonly days: readonly DayUsage[];
  /** Time of the newest SET counted; null before the first. */
  readonly lastSetAt: Timestamp | null;
}
