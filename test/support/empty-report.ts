/** Makes the report of a window in which nothing happened. */
import { GroupedCounts } from '../../src/domain/reports/grouped-counts';
import type { Report } from '../../src/domain/reports/report';
import { figuresOf } from '../../src/domain/reports/report-figures';

export function emptyReport(change: Partial<Report> = {}): Report {
  return {
    from: '2026-06-01T00:00:00.000Z',
    to: '2026-07-01T00:00:00.000Z',
    computedAt: '2026-08-01T00:00:00.000Z',
    responseWindowDays: 14,
    groupBy: [],
    total: figuresOf(new GroupedCounts([], {}), {}),
    rows: [],
    ...change,
  };
}
