import fc from 'fast-check';
import { REPORT_DIMENSIONS } from '../../../src/domain/reports/dimensions';
import { describeEachDatabase, rowsOf, type TestDatabase } from '../../support/databases';
import { memoryReportReader, type RecordedRows } from '../../support/memory-report-reader';
import { anyRows } from '../../support/report-rows';
import { reportedAccount, reportOn } from '../../support/reported-rows';
import { storeRows } from '../../support/stored-report-rows';

/** Many small recordings, told apart by the prefix of their accounts and rows. */
const samples = fc.sample(anyRows, { seed: 20260601, numRuns: 60 }).map(prefixed);
const rows: RecordedRows = {
  accounts: samples.flatMap(({ accounts }) => accounts),
  responses: samples.flatMap(({ responses }) => responses),
  decisions: samples.flatMap(({ decisions }) => decisions),
  crossings: samples.flatMap(({ crossings }) => crossings),
};

function prefixed(sample: RecordedRows, index: number): RecordedRows {
  const name = <T extends { readonly accountId: string }>(row: T): T => ({
    ...row,
    accountId: `${index}-${row.accountId}`,
  });
  const unique = <T extends { readonly id: string }>(row: T): T => ({ ...row, id: `${index}-${row.id}` });
  const known = new Map(sample.accounts.map((account) => [account.id, account]));
  const mentioned = [...sample.responses, ...sample.decisions, ...sample.crossings].map(
    ({ accountId }) => accountId,
  );
  for (const id of mentioned) if (!known.has(id)) known.set(id, reportedAccount(id, { status: 'CHURNED' }));
  return {
    accounts: [...known.values()].map(unique),
    responses: sample.responses.map(name).map(unique),
    decisions: sample.decisions.map(name).map(unique),
    crossings: sample.crossings.map(name),
  };
}

const PRESENTED_BY_SQL =
  "SELECT subject, COUNT(*) AS presented FROM response_entry WHERE opens_prompt = 1 AND prompt_id IS NOT NULL AND kind = 'IMPRESSION' " +
  "AND at >= '2026-06-01 00:00:00.000' AND at < '2026-07-01 00:00:00.000' " +
  'AND account_id NOT IN (ACCOUNTS) GROUP BY subject ORDER BY subject';

async function presentedBySql({ url }: TestDatabase): Promise<readonly (readonly [string, number])[]> {
  const tests = rows.accounts.filter(({ test }) => test).map(({ id }) => `'${id}'`);
  const found = await rowsOf(url, PRESENTED_BY_SQL.replace('ACCOUNTS', tests.join(', ')));
  return found.map(({ subject, presented }) => [String(subject), Number(presented)] as const);
}

describeEachDatabase('a report of what is stored', (database) => {
  beforeAll(() => storeRows(database.stores, rows));
  const reader = () => database.stores.reports;

  it('has enough to count', async () => {
    const { total } = await reportOn(reader());
    expect(total.presented).toBeGreaterThan(20);
    expect(total.repeatPitchViolations).toBeGreaterThan(0);
    expect(total.guardrailBlocks.length).toBeGreaterThan(3);
  });

  it.each([[[]], ...REPORT_DIMENSIONS.map((dimension) => [[dimension]]), [[...REPORT_DIMENSIONS]]])(
    'equals the report of the same rows in memory, by %j',
    async (groupBy) => {
      const stored = await reportOn(reader(), { groupBy });
      expect(stored).toEqual(await reportOn(memoryReportReader(rows), { groupBy }));
    },
  );

  it('takes a window whose answers would come after the last year that can be spelt', async () => {
    const end = { from: '9999-12-01T00:00:00Z', to: '9999-12-31T00:00:00Z' };
    expect((await reportOn(reader(), end)).total.presented).toBe(0);
  });

  it('counts as plain SQL does', async () => {
    const { rows: groups } = await reportOn(reader(), { groupBy: ['offer'] });
    const presented = groups.map(({ group, figures }) => [group.offer, figures.presented]);
    expect(presented.filter(([, count]) => count !== 0)).toEqual(await presentedBySql(database));
  });

  it('reads no row twice and none out of order, whatever the size of a page', async () => {
    const window = { from: '2026-06-01T00:00:00.000Z', to: '2026-07-15T00:00:00.000Z' };
    const whole = await reader().responses(window, null, 10_000);
    const [first, second, third] = whole;
    const beyond = await reader().responses(window, second ?? null, 10_000);
    expect(beyond).toEqual(whole.slice(2));
    expect(await reader().responses(window, first ?? null, 2)).toEqual([second, third]);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
  });
});
