import fc from 'fast-check';
import type {
  ReportedAccount,
  ReportedCrossing,
  ReportedDecision,
  ReportedResponse,
  ReportWindow,
} from '../../../src/application/report/report-ports';
import type { ResponseEntry } from '../../../src/application/respond/response-ports';
import { accountWrite, seatsCrossing } from '../../support/account-writes';
import { describeEachDatabase } from '../../support/databases';
import { decisionEntry } from '../../support/decision-entries';
import { recording, responseEntry } from '../../support/recordings';

const ACCOUNTS = ['a', 'B', 'b', 'b ', 'é', '\u{1F600}'];
const JUNE = { from: '2026-06-01T00:00:00.000Z', to: '2026-07-01T00:00:00.000Z' };
const DAYS = ['2026-05-31T23:59:59.999Z', JUNE.from, '2026-06-15T12:00:00.000Z', JUNE.to];

/** Every page after the other, as a report reads them. */
async function allPages<Row>(
  read: (after: Row | null, limit: number) => Promise<readonly Row[]>,
  limit: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await read(rows.at(-1) ?? null, limit);
    expect(page.length).toBeLessThanOrEqual(limit);
    rows.push(...page);
    if (page.length < limit) return rows;
  }
}

const bytes = (text: string) => Buffer.from(text).toString('hex');
const ordered = (keys: readonly string[]) => [...keys].sort((one, two) => (bytes(one) < bytes(two) ? -1 : 1));

describeEachDatabase('reading for reports', (database) => {
  const reports = () => database.stores.reports;
  const written: ResponseEntry[] = [];
  const append = async (entry: ResponseEntry) => {
    const decide = () => ({ history: null, entries: [entry], answer: '{}' });
    await database.stores.responses.record(recording(entry.id, { accountId: entry.accountId, decide }));
    written.push(entry);
  };
  const responses = (window: ReportWindow, limit: number) =>
    allPages<ReportedResponse>((after, size) => reports().responses(window, after, size), limit);

  beforeAll(async () => {
    await database.stores.accountStore.writeMany(
      ACCOUNTS.map((id, index) =>
        accountWrite(id, {
          account: { segment: index === 0 ? 'enterprise' : undefined, test: index === 1 },
          crossings: DAYS.map((crossedAt, day) =>
            seatsCrossing({ crossedAt, periodStart: `2026-0${day + 1}-01T00:00:00.000Z` }),
          ),
        }),
      ),
    );
    const decisions = ACCOUNTS.flatMap((accountId, account) =>
      DAYS.map((decidedAt, day) => decisionEntry(`d-${9 - account}-${day}`, { accountId, decidedAt })),
    );
    await database.stores.decisions.insertMany(decisions);
    for (const [account, accountId] of ACCOUNTS.entries())
      for (const [day, at] of DAYS.entries())
        await append(responseEntry(`r-${9 - account}-${day}`, { accountId, at, opensPrompt: day === 1 }));
  });

  it.each([1, 2, 5, 100])(
    'goes through all accounts in pages of %i, in the order of their bytes',
    async (limit) => {
      const found = await allPages<ReportedAccount>((after, size) => reports().accounts(after, size), limit);
      expect(found.map(({ id }) => id)).toEqual(ordered(ACCOUNTS));
      expect(found[1]).toEqual({ id: 'a', status: 'PAYING', segment: 'enterprise', test: false });
      expect(found[0]).toMatchObject({ id: 'B', segment: null, test: true });
    },
  );

  it.each([1, 3, 7, 100])(
    'reads a window of decisions in pages of %i: its start is in, its end is not',
    async (limit) => {
      const found = await allPages<ReportedDecision>(
        (after, size) => reports().decisions(JUNE, after, size),
        limit,
      );
      expect(found.map(({ accountId, decidedAt }) => [accountId, decidedAt])).toEqual(
        ordered(ACCOUNTS).flatMap((id) => [DAYS[1], DAYS[2]].map((at) => [id, at])),
      );
    },
  );

  it.each([1, 3, 100])('reads a window of crossings in pages of %i', async (limit) => {
    const found = await allPages<ReportedCrossing>(
      (after, size) => reports().crossings(JUNE, after, size),
      limit,
    );
    expect(found.map(({ accountId, crossedAt }) => [accountId, crossedAt])).toEqual(
      ordered(ACCOUNTS).flatMap((id) => [DAYS[1], DAYS[2]].map((at) => [id, at])),
    );
    expect(found[0]).toMatchObject({ metric: 'seats', threshold: 'ratio:0.9' });
  });

  it.each([1, 3, 100])('reads a window of impressions in pages of %i, and none before it', async (limit) => {
    const found = await responses(JUNE, limit);
    expect(found.map(({ accountId, at }) => [accountId, at])).toEqual(
      ordered(ACCOUNTS).flatMap((id) => [DAYS[1], DAYS[2]].map((at) => [id, at])),
    );
  });

  it('finds what is older only when it still bears on the window', async () => {
    const earlier = { accountId: 'a', at: '2026-01-01T00:00:00.000Z', kind: 'DECLINED' as const };
    await append(responseEntry('silent until it begins', { ...earlier, silentUntil: JUNE.from }));
    await append(responseEntry('silent beyond', { ...earlier, silentUntil: '2026-06-01T00:00:00.001Z' }));
    await append(responseEntry('in a conversation', { ...earlier, conversationId: 'call-7' }));
    await append(
      responseEntry('snoozed in a conversation', { ...earlier, kind: 'SNOOZED', conversationId: 'call-7' }),
    );
    await append(
      responseEntry('shown', {
        ...earlier,
        kind: 'IMPRESSION',
        conversationId: 'call-7',
        silentUntil: JUNE.to,
      }),
    );
    const found = (await responses(JUNE, 2)).filter(({ at }) => at < JUNE.from).map(({ id }) => id);
    expect(found).toEqual(['in a conversation', 'silent beyond']);
  });

  it('gives back what was recorded, but for the words of the buyer', async () => {
    const full = responseEntry('full', {
      accountId: '\u{1F600}',
      userId: 'Zoë \u{1F600} '.repeat(100),
      kind: 'SNOOZED',
      promptId: 'p',
      subject: 'growth-plan',
      at: '2030-06-15T12:00:00.789Z',
      ruleKey: 'rule',
      signal: 'USAGE_LIMIT',
      treatment: 'specific',
      release: 7,
      surface: 'VOICE',
      conversationId: 'call',
      segment: 'enterprise',
      reason: 'NOT_NOW',
      comment: 'call me Zoë',
      silentUntil: '2026-08-01T00:00:00.001Z',
      crossedAt: '2026-05-01T00:00:00.002Z',
      opensPrompt: true,
      exhausts: true,
      price: { minorUnits: 9_007_199_254_740_991, currency: 'USD', interval: 'YEAR' },
      businessKey: 'p:answer',
    });
    await append(full);
    const { comment: _comment, businessKey: _businessKey, ...expected } = full;
    const window = { from: '2030-01-01T00:00:00.000Z', to: '2031-01-01T00:00:00.000Z' };
    expect((await responses(window, 10)).find(({ id }) => id === 'full')).toEqual(expected);
  });

  it('loses and repeats nothing, whatever the size of the page', async () => {
    const always = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (limit) => {
        const ids = (await responses(always, limit)).map(({ id }) => id);
        expect(ordered(ids)).toEqual(ordered(written.map(({ id }) => id)));
      }),
      { numRuns: 10 },
    );
  });
});
