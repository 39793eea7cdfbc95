/** Puts the rows of reports into a database, the way they get there: through its stores. */
import type { OpenDatabase } from '../../src/adapters/persistence/open-database';
import type {
  ReportedAccount,
  ReportedCrossing,
  ReportedResponse,
} from '../../src/application/report/report-ports';
import { groupBy } from '../../src/domain/collections/group-by';
import { accountWrite, seatsCrossing } from './account-writes';
import { decisionEntry } from './decision-entries';
import type { RecordedRows } from './memory-report-reader';
import { recording } from './recordings';

/** Every row; accounts must be among them. */
export async function storeRows(stores: OpenDatabase, rows: RecordedRows): Promise<void> {
  await storeAccounts(stores, rows.accounts, rows.crossings);
  await storeResponses(stores, rows.responses);
  const entries = rows.decisions.map(({ id, ...row }) => decisionEntry(id, row));
  for (let at = 0; at < entries.length; at += 1_000)
    await stores.decisions.insertMany(entries.slice(at, at + 1_000));
}

async function storeAccounts(
  { accountStore }: OpenDatabase,
  accounts: readonly ReportedAccount[],
  crossings: readonly ReportedCrossing[],
): Promise<void> {
  const writes = accounts.map(({ id, status, segment, test }) =>
    accountWrite(id, {
      account: { status, ...(segment !== null && { segment }), ...(test && { test }) },
      crossings: crossings
        .filter(({ accountId }) => accountId === id)
        .map(({ crossedAt }, at) => seatsCrossing({ threshold: { ratio: (at + 1) / 10 }, crossedAt })),
    }),
  );
  for (let at = 0; at < writes.length; at += 500) await accountStore.writeMany(writes.slice(at, at + 500));
}

/** One recording an account, some at a time. */
async function storeResponses({ responses }: OpenDatabase, rows: readonly ReportedResponse[]): Promise<void> {
  const byAccount = [...groupBy(rows, ({ accountId }) => accountId)];
  for (let at = 0; at < byAccount.length; at += 8) {
    const some = byAccount.slice(at, at + 8).map(([accountId, own]) => {
      const entries = own.map((row) => ({ ...row, comment: null, businessKey: null }));
      const decide = () => ({ history: null, entries, answer: '{}' });
      return responses.record(recording(`rows of ${accountId}`, { accountId, decide }));
    });
    await Promise.all(some);
  }
}
