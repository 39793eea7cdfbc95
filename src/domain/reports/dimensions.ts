/** Names the ways a report can be grouped and narrowed, and says where a counted thing stands in them. */
import { compareText } from '../collections/compare-text';

/** In the order in which columns stand when nothing else is asked. */
export const REPORT_DIMENSIONS = ['offer', 'rule', 'segment', 'surface', 'day'] as const;
export type ReportDimension = (typeof REPORT_DIMENSIONS)[number];

/**
 * Where something stands: null where it was recorded without, for instance an account without a segment; a dimension
 * that is not a member does not apply to it. `day` is the UTC day, 2026-06-01.
 */
export type Coordinates = { readonly [D in ReportDimension]?: string | null };

/** What to keep; a member that is absent or null keeps everything. */
export interface ReportFilter {
  readonly offer?: string | null;
  readonly rule?: string | null;
  readonly segment?: string | null;
  readonly surface?: string | null;
}

/** A dimension that filters can narrow. */
export type NarrowedDimension = keyof ReportFilter;

/** The dimensions that a filter narrows. */
export function narrowedBy(filter: ReportFilter): readonly NarrowedDimension[] {
  const dimensions = ['offer', 'rule', 'segment', 'surface'] as const;
  return dimensions.filter((dimension) => (filter[dimension] ?? null) !== null);
}

/** Orders groups by the dimensions as they were asked for; null comes last. */
export function compareGroups(groupBy: readonly ReportDimension[], a: Coordinates, b: Coordinates): number {
  for (const dimension of groupBy) {
    const order = compareValues(a[dimension] ?? null, b[dimension] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(a, b);
}
