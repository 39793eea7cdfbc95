/** Names what reports read: rows of a window in the order of accounts, so that memory never grows with the history. */
import type { Timestamp } from '../../domain/accounts/account';
import type { AccountStatus } from '../../domain/documents/kinds/vocabulary';
import type { ResponseEntry } from '../respond/response-ports';

/** Half open: `from <= time < to`. */
export interface ReportWindow {
  readonly from: Timestamp;
  readonly to: Timestamp;
}

/** An account as reports know it; test accounts are among them, marked. */
export interface ReportedAccount {
  readonly id: string;
  readonly status: AccountStatus;
  readonly segment: string | null;
  readonly test: boolean;
}

/** An entry of the responses without the buyer's own words. */
export type ReportedResponse = Omit<ResponseEntry, 'comment' | 'businessKey'>;

/** A line of the decision log. */
export interface ReportedDecision {
  readonly id: string;
  readonly accountId: string;
  readonly decidedAt: Timestamp;
  readonly surface: string;
  readonly payload: string;
}

/** A crossing; `threshold` and `period` as they are stored, they only tell crossings apart. */
export interface ReportedCrossing {
  readonly accountId: string;
  readonly metric: string;
  readonly threshold: string;
  readonly period: string;
  readonly crossedAt: Timestamp;
}

/**
 * Reads for reports, one bounded statement a page: at most `limit` rows that come after the row `after`, null for the
 * first page. Every list is in ascending byte order of the account id, so that they can be read side by side.
 */
export interface ReportReader {
  /** By id; test accounts too. */
  accounts(after: ReportedAccount | null, limit: number): Promise<readonly ReportedAccount[]>;
  /**
   * By account id, time, id. Every entry of the window; before them answers (never impressions) older than the window that
   * still bear on it: silent beyond its start, or a DECLINED that was given in a conversation.
   */
  responses(
    window: ReportWindow,
    after: ReportedResponse | null,
    limit: number,
  ): Promise<readonly ReportedResponse[]>;
  /** By account id, time of the decision, id. */
  decisions(
    window: ReportWindow,
    after: ReportedDecision | null,
    limit: number,
  ): Promise<readonly ReportedDecision[]>;
  /** By account id, metric, threshold, period; those whose `crossedAt` is in the window. */
  crossings(
    window: ReportWindow,
    after: ReportedCrossing | null,
    limit: number,
  ): Promise<readonly ReportedCrossing[]>;
}
