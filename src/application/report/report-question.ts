/** Says what may be asked of reports, and refuses what is out of bounds. */
import { REPORT_DIMENSIONS, type ReportDimension, type ReportFilter } from '../../domain/reports/dimensions';
import { instant } from '../../domain/rules/operators/instant';
import type { ReportWindow } from './report-ports';

/** The longest window, in days: a year and the month it is compared with. */
export const MAX_REPORT_DAYS = 400;
/** The most groups of one report. */
export const MAX_REPORT_GROUPS = 5_000;

const DAY_MS = 86_400_000;

/** What is asked. `from` is inclusive, `to` exclusive; both RFC 3339 with an offset. */
export interface ReportQuestion {
  readonly from: string;
  readonly to: string;
  readonly groupBy: readonly ReportDimension[];
  readonly filter: ReportFilter;
}

/** Why there is no report. */
export interface ReportRefusal {
  readonly failure: 'WINDOW_INVALID' | 'WINDOW_TOO_LONG' | 'TOO_MANY_GROUPS';
  /** The argument to mend. */
  readonly argument: 'from' | 'to' | 'groupBy';
  /** One plain sentence about the argument, which it does not name. */
  readonly message: string;
}

/** The window in UTC with milliseconds, or the refusal. */
export function readWindow({ from, to }: Pick<ReportQuestion, 'from' | 'to'>): ReportWindow | ReportRefusal {
  const start = instant(from);
  const end = instant(to);
  if (start === null) return invalid('from', NO_TIMESTAMP);
  if (end === null) return invalid('to', NO_TIMESTAMP);
  if (end <= start) return invalid('to', 'must be later than `from`.');
  if (end - start > MAX_REPORT_DAYS * DAY_MS) {
    const message = `is more than ${MAX_REPORT_DAYS} days after \`from\`; ask for a shorter window.`;
    return { failure: 'WINDOW_TOO_LONG', argument: 'to', message };
  }
  return { from: new Date(start).toISOString(), to: new Date(end).toISOString() };
}

const NO_TIMESTAMP = 'is no RFC 3339 timestamp with an offset, for instance 2026-06-01T00:00:00.000Z.';

function invalid(argument: 'from' | 'to', message: string): ReportRefusal {
  return { failure: 'WINDOW_INVALID', argument, message };
}

/** Refuses a report with more groups than one answer may carry. */
export function tooManyGroups(): ReportRefusal {
  return {
    failure: 'TOO_MANY_GROUPS',
    argument: 'groupBy',
    message: `makes more than ${MAX_REPORT_GROUPS} groups; group by less, filter, or shorten the window.`,
  };
}

/** Each dimension once, in the order of its first mention. */
export function distinctDimensions(groupBy: readonly ReportDimension[]): readonly ReportDimension[] {
  return [...new Set(groupBy)].slice(0, REPORT_DIMENSIONS.length);
}
