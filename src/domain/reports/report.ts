/** Lays out a report: the figures of the whole window, and those of each group. */
import { compareGroups, type Coordinates, type ReportDimension } from './dimensions';
import type { GroupedCounts } from './grouped-counts';
import { figuresOf, type ReportFigures } from './report-figures';

/** One group with its figures. */
export interface ReportRow {
  /** A value for each dimension the report is grouped by; null: recorded without. */
  readonly group: Coordinates;
  readonly figures: ReportFigures;
}

/** What a report answers. */
export interface Report {
  /** RFC 3339, UTC, milliseconds; inclusive. */
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  /** When it was computed. */
  readonly computedAt: string;
  /** Days that a presentation has for its answer, by the policy in force. */
  readonly responseWindowDays: number;
  readonly groupBy: readonly ReportDimension[];
  readonly total: ReportFigures;
  /** Ordered by the dimensions in the order they were asked for, null last; empty without groups. */
  readonly rows: readonly ReportRow[];
}

/** The rows of grouped counts, in their order. */
export function reportRows(counts: GroupedCounts): readonly ReportRow[] {
  return counts.groups
    .toSorted((a, b) => compareGroups(counts.groupBy, a, b))
    .map((group) => ({ group, figures: figuresOf(counts, group) }));
}
