import { FailingDatabase } from '../../../faults/failing-database';
import { openSql } from '../../../src/adapters/persistence/open-sql';
import { SqlResponseStore } from '../../../src/adapters/persistence/sql-response-store';
import { accountWrite } from '../../support/account-writes';
import { describeEachDatabase, rowsOf } from '../../support/databases';
import { answering, foldedAll, recording } from '../../support/recordings';
import { storedHistory } from '../../support/stored-history';

/** Lock, look at the key, entries, history, key; a first recording creates the history and looks again. */
const STATEMENTS = [1, 2, 3, 4, 5, 6, 7];
const MOMENTS = ['before', 'after'] as const;

const failure = (title: string, members: object) => Object.assign(new Error(title), members);
const CURED_BY_ANOTHER_RUN = [
  failure('deadlock', { errno: 1213, sqlState: '40001' }),
  failure('record changed since read', { errno: 1020 }),
  failure('lock wait timeout', { errno: 1205 }),
  failure('certification failure', { sqlState: '40001' }),
  failure('busy file', { code: 'SQLITE_BUSY' }),
];
const DISK_FULL = [
  failure('full file', { code: 'SQLITE_FULL' }),
  failure('full disk', { code: 'ER_DISK_FULL', errno: 1021 }),
  failure('full table', { code: 'ER_RECORD_FILE_FULL', errno: 1114 }),
  failure('no space', { code: 'ENOSPC' }),
  failure('Got error 28 from storage engine', { code: 'ER_GET_ERRNO', errno: 1030 }),
];
const cases = (errors: readonly Error[]) =>
  errors.flatMap((error) =>
    STATEMENTS.flatMap((statement) => MOMENTS.map((moment) => ({ error, statement, moment }))),
  );

describeEachDatabase('a recording that meets', (database) => {
  let failing: FailingDatabase;
  let close: () => Promise<void>;
  let account = '';
  let count = 0;

  beforeAll(async () => {
    const opened = await openSql(database.url);
    failing = new FailingDatabase(opened);
    close = () => opened.close();
  });
  afterAll(() => close());
  beforeEach(async () => {
    account = `account-${(count += 1)}`;
    await database.stores.accountStore.write(accountWrite(account));
  });

  const record = () => {
    const decide = answering('p', `entry of ${account}`, { accountId: account });
    return new SqlResponseStore(failing).record(recording(account, { accountId: account, decide }));
  };
  const found = async () => ({
    entries: (
      await database.stores.reports.responses(
        { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' },
        null,
        10_000,
      )
    ).filter(({ accountId }) => accountId === account),
    history: await storedHistory(database.stores, account),
    keys: await rowsOf(database.url, `SELECT answer FROM idempotency_key WHERE account_id = '${account}'`),
  });
  const expectWhole = async () => {
    const { entries, history, keys } = await found();
    expect(entries).toHaveLength(1);
    expect(history).toEqual(foldedAll(entries));
    expect(keys).toEqual([{ answer: `{"recorded":"entry of ${account}"}` }]);
  };

  it.each(cases(CURED_BY_ANOTHER_RUN))(
    'a $error.message $moment statement $statement is run again whole, and recorded once',
    async (point) => {
      failing.failOnce(point);
      expect(await record()).toMatchObject({ kind: 'recorded' });
      expect(failing.runs).toBe(2);
      await expectWhole();
    },
  );

  it.each(cases(DISK_FULL))(
    'a $error.message $moment statement $statement is a fault at once, and can be sent again later',
    async (point) => {
      failing.failOnce(point);
      await expect(record()).rejects.toMatchObject({ code: 'DATABASE_FULL', cause: point.error });
      expect(failing.runs).toBe(1);
      expect(await found()).toMatchObject({ entries: [], keys: [] });
      expect(await record()).toMatchObject({ kind: 'recorded' });
      await expectWhole();
    },
  );
});
