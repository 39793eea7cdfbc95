import type { ReportReader } from '../../../src/application/report/report-ports';
import { describeEachDatabase } from '../../support/databases';
import { memoryReportReader, type RecordedRows } from '../../support/memory-report-reader';
import { plainFigures } from '../../support/plain-report';
import { manyResponses } from '../../support/report-rows';
import { reportedAccount, reportedDecision, reportOn } from '../../support/reported-rows';
import { storeRows } from '../../support/stored-report-rows';

const ACCOUNTS = 200;

const accounts = Array.from({ length: ACCOUNTS }, (_, at) => at);
const facts = Object.fromEntries(
  Array.from({ length: 80 }, (_, at) => [`usage.metric-${at}.ratio`, at / 80]),
);
const decision = {
  context: { conversationId: 'c1' },
  facts: { ...facts, 'account.segment': 'low-touch' },
  offers: [{ offerKey: 'growth' }],
  suppressed: { scale: 'COOLDOWN' },
  stages: { scale: 'guardrail' },
};
const rows: RecordedRows = {
  accounts: accounts.map((at) => reportedAccount(`account-${at}`, { segment: 'low-touch' })),
  responses: accounts.flatMap(manyResponses),
  decisions: accounts.flatMap((at) =>
    Array.from({ length: 50 }, (_, each) =>
      reportedDecision(`d-${at}-${each}`, decision, { accountId: `account-${at}` }),
    ),
  ),
  crossings: [],
};

/** Counts the rows that a reader hands out. */
function countedReader(reader: ReportReader) {
  const read = { accounts: 0, responses: 0, decisions: 0, crossings: 0 };
  const counted =
    <Input extends unknown[], Row>(
      kind: keyof typeof read,
      ask: (...input: Input) => Promise<readonly Row[]>,
    ) =>
    async (...input: Input) => {
      const page = await ask(...input);
      read[kind] += page.length;
      return page;
    };
  const counting: ReportReader = {
    accounts: counted('accounts', (...page) => reader.accounts(...page)),
    responses: counted('responses', (...page) => reader.responses(...page)),
    decisions: counted('decisions', (...page) => reader.decisions(...page)),
    crossings: counted('crossings', (...page) => reader.crossings(...page)),
  };
  return { read, counting };
}

describeEachDatabase('a report of 100,000 entries and 10,000 decisions', (database) => {
  beforeAll(() => storeRows(database.stores, rows), 300_000);

  it('is right, and reads each row once', async () => {
    const { read, counting } = countedReader(database.stores.reports);
    const before = performance.now();
    const cpuBefore = process.cpuUsage();
    const report = await reportOn(counting, { groupBy: ['offer', 'day'] });
    const took = performance.now() - before;
    const { user, system } = process.cpuUsage(cpuBefore);
    const cpu = (user + system) / 1_000;
    const dialect = database.url.split(':')[0] ?? '';
    process.stdout.write(
      `report of ${rows.responses.length} entries on ${dialect}: ${Math.round(took)} ms, ${Math.round(cpu)} ms of CPU here\n`,
    );
    expect(read).toEqual({ accounts: ACCOUNTS, responses: 100_000, decisions: 10_000, crossings: 0 });
    expect(report.rows).toHaveLength(5 * 26);
    expect(report.total.presented).toBe(50_000);
    expect(report.total.guardrailBlockRate.value).toBe(0.5);
    expect(report.total.upsellMentionRate.denominator).toBe(ACCOUNTS);
  }, 120_000);

  it('tells of a sample what the plain reckoning tells', async () => {
    const few = { ...rows, responses: accounts.slice(0, 4).flatMap(manyResponses) };
    const { total } = await reportOn(memoryReportReader(few));
    const plain = plainFigures(few);
    expect([total.accepted, total.declined, total.noResponse]).toEqual([
      plain.accepted,
      plain.declined,
      plain.noResponse,
    ]);
    expect(total.crossingToPrompt.within60Minutes.denominator).toBe(plain.delays.length);
  });
});
