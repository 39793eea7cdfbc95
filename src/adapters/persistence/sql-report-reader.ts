/** Reads rows for reports: one statement a page, every page in the order of accounts. */
import type {
  ReportedAccount,
  ReportedCrossing,
  ReportedDecision,
  ReportedResponse,
  ReportReader,
  ReportWindow,
} from '../../application/report/report-ports';
import type { Account } from '../../domain/accounts/account';
import { keyText, type StoredKey } from './key-text';
import { afterRow, type Condition } from './keyset';
import { REPORTED_COLUMNS, reportedResponseOf, type ReportedResponseRow } from './reported-response';
import type { SqlDatabase, SqlValue } from './sql-database';
import { fromSqlTime, toSqlTime } from './sql-time';

/** Answers before the window that are still felt in it; impressions never are. */
const BEARS_ON =
  "kind <> 'IMPRESSION' AND (silent_until > ? OR (kind = 'DECLINED' AND conversation_id IS NOT NULL))";

/** A list: what to select, and by which columns it is ordered. */
interface Listing {
  readonly select: string;
  readonly order: readonly string[];
}

const ACCOUNTS: Listing = { select: 'id, profile FROM account', order: ['id'] };
const RESPONSES: Listing = {
  select: `${REPORTED_COLUMNS.join(', ')} FROM response_entry`,
  order: ['account_id', 'at', 'id'],
};
const DECISIONS: Listing = {
  select: 'id, account_id, decided_at, surface, payload FROM decision_log',
  order: ['account_id', 'decided_at', 'id'],
};
const CROSSINGS: Listing = {
  select: 'account_id, metric, threshold, period, crossed_at FROM crossing',
  order: ['account_id', 'metric', 'threshold', 'period'],
};

interface DecisionRow {
  readonly id: StoredKey;
  readonly account_id: StoredKey;
  readonly decided_at: string;
  readonly surface: StoredKey;
  readonly payload: string;
}

interface CrossingRow {
  readonly account_id: StoredKey;
  readonly metric: StoredKey;
  readonly threshold: StoredKey;
  readonly period: StoredKey;
  readonly crossed_at: string;
}

/** Memory is bounded by the page; nothing is kept between pages. */
export class SqlReportReader implements ReportReader {
  constructor(private readonly database: SqlDatabase) {}

  async accounts(after: ReportedAccount | null, limit: number): Promise<readonly ReportedAccount[]> {
    const rows = await this.page<{ profile: string }>(ACCOUNTS, null, after && [after.id], limit);
    return rows.map((row) => reportedAccountOf(JSON.parse(row.profile) as Account));
  }

  async responses(
    window: ReportWindow,
    after: ReportedResponse | null,
    limit: number,
  ): Promise<readonly ReportedResponse[]> {
    const row = after && [after.accountId, toSqlTime(after.at), after.id];
    const found = await this.page<ReportedResponseRow>(RESPONSES, bearingOn(window), row, limit);
    return found.map(reportedResponseOf);
  }

  async decisions(
    window: ReportWindow,
    after: ReportedDecision | null,
    limit: number,
  ): Promise<readonly ReportedDecision[]> {
    const row = after && [after.accountId, toSqlTime(after.decidedAt), after.id];
    const found = await this.page<DecisionRow>(DECISIONS, within('decided_at', window), row, limit);
    return found.map((found) => ({
      id: keyText(found.id),
      accountId: keyText(found.account_id),
      decidedAt: fromSqlTime(found.decided_at),
      surface: keyText(found.surface),
      payload: found.payload,
    }));
  }

  async crossings(
    window: ReportWindow,
    after: ReportedCrossing | null,
    limit: number,
  ): Promise<readonly ReportedCrossing[]> {
    const row = after && [after.accountId, after.metric, after.threshold, after.period];
    const found = await this.page<CrossingRow>(CROSSINGS, within('crossed_at', window), row, limit);
    return found.map((found) => ({
      accountId: keyText(found.account_id),
      metric: keyText(found.metric),
      threshold: keyText(found.threshold),
      period: keyText(found.period),
      crossedAt: fromSqlTime(found.crossed_at),
    }));
  }

  private page<Row>(
    { select, order }: Listing,
    filter: Condition | null,
    after: readonly SqlValue[] | null,
    limit: number,
  ): Promise<readonly Row[]> {
    const conditions = [filter, after && afterRow(order, after)].filter((found) => found !== null);
    const where = conditions.map(({ sql }) => `(${sql})`).join(' AND ');
    return this.database.all<Row>(
      `SELECT ${select}${where && ` WHERE ${where}`} ORDER BY ${order.join(', ')} LIMIT ${Math.trunc(limit)}`,
      conditions.flatMap(({ values }) => values),
    );
  }
}

function within(column: string, { from, to }: ReportWindow): Condition {
  return { sql: `${column} >= ? AND ${column} < ?`, values: [toSqlTime(from), toSqlTime(to)] };
}

function bearingOn(window: ReportWindow): Condition {
  const inside = within('at', window);
  const from = toSqlTime(window.from);
  return { sql: `(${inside.sql}) OR (at < ? AND ${BEARS_ON})`, values: [...inside.values, from, from] };
}

function reportedAccountOf({ id, status, segment, test }: Account): ReportedAccount {
  return { id, status, segment: segment ?? null, test: test ?? false };
}
