/** Brings together what was recorded of each account in a window, one account at a time. */
import { compareText } from '../../domain/collections/compare-text';
import type { StoryDecision } from '../../domain/reports/account-story';
import { AccountStream, type AccountList } from './account-stream';
import { readDecision } from './read-decision-payload';
import type {
  ReportedAccount,
  ReportedCrossing,
  ReportedDecision,
  ReportedResponse,
  ReportReader,
  ReportWindow,
} from './report-ports';

/** What was recorded of one account. */
export interface RecordedAccount {
  /** null: the account is not known any more. */
  readonly account: ReportedAccount | null;
  /** By time. */
  readonly responses: readonly ReportedResponse[];
  /** By time. */
  readonly decisions: readonly StoryDecision[];
  /** When each crossing happened. */
  readonly crossings: readonly string[];
}

/** Rows that are small, and rows that carry the facts of a decision. */
const PAGE_ROWS = 1_000;
const DECISION_PAGE_ROWS = 250;

/**
 * Every account that is known or of which something was recorded, in ascending byte order of its id. `pause` is awaited
 * before every page, so that a report never holds up the process; memory is a page per list and the account at hand.
 */
export async function* recordedAccounts(
  reader: ReportReader,
  window: ReportWindow,
  answersUntil: string,
  pause: () => Promise<void>,
): AsyncGenerator<RecordedAccount> {
  const { accounts, responses, decisions, crossings } = streams(reader, window, answersUntil, pause);
  for (;;) {
    const ids = [
      await accounts.next(),
      await responses.next(),
      await decisions.next(),
      await crossings.next(),
    ];
    const id = leastOf(ids);
    if (id === null) return;
    const [account] = await accounts.take(id);
    yield {
      account: account ?? null,
      responses: await responses.take(id),
      decisions: await decisions.take(id),
      crossings: await crossings.take(id),
    };
  }
}

function leastOf(ids: readonly (string | null)[]): string | null {
  return ids.reduce((least, id) => {
    if (id === null || least === null) return least ?? id;
    return compareText(id, least) < 0 ? id : least;
  }, null);
}

function streams(
  reader: ReportReader,
  window: ReportWindow,
  answersUntil: string,
  pause: () => Promise<void>,
) {
  const open = <Row, Item>(list: AccountList<Row, Item>) =>
    new AccountStream({ ...list, read: (after, limit) => pause().then(() => list.read(after, limit)) });
  const withAnswers = { from: window.from, to: answersUntil };
  const accountOf = (row: { readonly accountId: string }) => row.accountId;
  return {
    accounts: open({
      read: (after: ReportedAccount | null, limit) => reader.accounts(after, limit),
      accountOf: ({ id }) => id,
      keep: (row) => row,
      pageSize: PAGE_ROWS,
    }),
    responses: open({
      read: (after: ReportedResponse | null, limit) => reader.responses(withAnswers, after, limit),
      accountOf,
      keep: (row) => row,
      pageSize: PAGE_ROWS,
    }),
    decisions: open({
      read: (after: ReportedDecision | null, limit) => reader.decisions(window, after, limit),
      accountOf,
      keep: readDecision,
      pageSize: DECISION_PAGE_ROWS,
    }),
    crossings: open({
      read: (after: ReportedCrossing | null, limit) => reader.crossings(window, after, limit),
      accountOf,
      keep: ({ crossedAt }) => crossedAt,
      pageSize: PAGE_ROWS,
    }),
  };
}
