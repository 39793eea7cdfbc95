import { describeEachDatabase } from '../../support/databases';
import { memoryReportReader, type RecordedRows } from '../../support/memory-report-reader';
import { plainFigures } from '../../support/plain-report';
import { manyResponses } from '../../support/report-rows';
import { reportedAccount, reportedDecision, reportOn } from '../../support/reported-rows';
import { storeRows } from '../../support/stored-report-rows';

const ACCOUNTS = 200;
/** Many times what it takes of this process, so that only a reader that grew quadratic fails, on any machine. */
const MOST_CPU_MS = 15_000;

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

describeEachDatabase('a report of 100,000 entries and 10,000 decisions', (database) => {
  beforeAll(() => storeRows(database.stores, rows), 300_000);

  it('is there in seconds, and right', async () => {
    const before = performance.now();
    const cpuBefore = process.cpuUsage();
    const report = await reportOn(database.stores.reports, { groupBy: ['offer', 'day'] });
    const took = performance.now() - before;
    const { user, system } = process.cpuUsage(cpuBefore);
    const cpu = (user + system) / 1_000;
    const dialect = database.url.split(':')[0] ?? '';
    process.stdout.write(
      `report of ${rows.responses.length} entries on ${dialect}: ${Math.round(took)} ms, ${Math.round(cpu)} ms of CPU here\n`,
    );
    expect(report.rows).toHaveLength(5 * 26);
    expect(report.total.presented).toBe(50_000);
    expect(report.total.guardrailBlockRate.value).toBe(0.5);
    expect(report.total.upsellMentionRate.denominator).toBe(ACCOUNTS);
    expect(cpu).toBeLessThan(MOST_CPU_MS);
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
