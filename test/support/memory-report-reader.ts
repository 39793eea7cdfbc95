/** Reads reports from arrays, by the same contract as a database: pages in the order of accounts. */
import { compareText } from '../../src/domain/collections/compare-text';
import type {
  ReportedAccount,
  ReportedCrossing,
  ReportedDecision,
  ReportedResponse,
  ReportReader,
  ReportWindow,
} from '../../src/application/report/report-ports';

/** Everything recorded, in any order. */
export interface RecordedRows {
  readonly accounts: readonly ReportedAccount[];
  readonly responses: readonly ReportedResponse[];
  readonly decisions: readonly ReportedDecision[];
  readonly crossings: readonly ReportedCrossing[];
}

/** No row is read twice; `pages` tells how many reads there were and how long the longest page was. */
export function memoryReportReader(rows: Partial<RecordedRows>): ReportReader & {
  readonly pages: { reads: number; longest: number };
} {
  const pages = { reads: 0, longest: 0 };
  const page = <Row>(
    all: readonly Row[],
    keyOf: (row: Row) => readonly string[],
    after: Row | null,
    limit: number,
  ) => {
    const sorted = all.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
    const rest = after === null ? sorted : sorted.filter((row) => compareKeys(keyOf(row), keyOf(after)) > 0);
    pages.reads += 1;
    pages.longest = Math.max(pages.longest, Math.min(limit, rest.length));
    return Promise.resolve(rest.slice(0, limit));
  };
  const { accounts = [], responses = [], decisions = [], crossings = [] } = rows;
  return {
    pages,
    accounts: (after, limit) => page(accounts, ({ id }) => [id], after, limit),
    responses: (window, after, limit) =>
      page(
        responses.filter((row) => within(window, row.at) || bearsOn(window, row)),
        ({ accountId, at, id }) => [accountId, at, id],
        after,
        limit,
      ),
    decisions: (window, after, limit) =>
      page(
        decisions.filter(({ decidedAt }) => within(window, decidedAt)),
        ({ accountId, decidedAt, id }) => [accountId, decidedAt, id],
        after,
        limit,
      ),
    crossings: (window, after, limit) =>
      page(
        crossings.filter(({ crossedAt }) => within(window, crossedAt)),
        ({ accountId, metric, threshold, period }) => [accountId, metric, threshold, period],
        after,
        limit,
      ),
  };
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  return a.reduce((order, part, at) => (order === 0 ? compareText(part, b[at] ?? '') : order), 0);
}

function within({ from, to }: ReportWindow, at: string): boolean {
  return from <= at && at < to;
}

function bearsOn(
  { from }: ReportWindow,
  { kind, at, silentUntil, conversationId }: ReportedResponse,
): boolean {
  if (at >= from || kind === 'IMPRESSION') return false;
  return (silentUntil ?? '') > from || (kind === 'DECLINED' && conversationId !== null);
}
