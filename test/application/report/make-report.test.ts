import { MAX_REPORT_GROUPS } from '../../../src/application/report/report-question';
import { MakeReport } from '../../../src/application/report/make-report';
import { memoryReportReader } from '../../support/memory-report-reader';
import {
  JUNE,
  reportedAccount,
  reportedDecision,
  reportedResponse,
  reportOn,
  reportPorts,
} from '../../support/reported-rows';

const refusal = (question: Partial<typeof JUNE>, rows: Parameters<typeof memoryReportReader>[0] = {}) =>
  new MakeReport(reportPorts(memoryReportReader(rows))).execute({ ...JUNE, ...question });

describe('the window of a report', () => {
  it('is brought to UTC and told with the report', async () => {
    const report = await reportOn(memoryReportReader({}), { from: '2026-06-01T02:00:00+02:00' });
    expect(report).toMatchObject({
      from: '2026-06-01T00:00:00.000Z',
      to: '2026-07-01T00:00:00.000Z',
      computedAt: '2026-08-01T00:00:00.000Z',
      responseWindowDays: 14,
      rows: [],
    });
  });

  it.each([
    ['from', { from: 'yesterday' }, 'WINDOW_INVALID'],
    ['from', { from: '2026-06-01' }, 'WINDOW_INVALID'],
    ['from', { from: '2026-02-30T00:00:00Z' }, 'WINDOW_INVALID'],
    ['to', { to: '' }, 'WINDOW_INVALID'],
    ['to', { to: JUNE.from }, 'WINDOW_INVALID'],
    ['to', { from: JUNE.to, to: JUNE.from }, 'WINDOW_INVALID'],
    ['to', { to: '2027-07-06T00:00:00.001Z' }, 'WINDOW_TOO_LONG'],
  ])('refuses `%s` of %j', async (argument, question, failure) => {
    expect(await refusal(question)).toMatchObject({ failure, argument });
  });

  it.each([
    ['400 days', { to: '2027-07-06T00:00:00.000Z' }],
    ['one millisecond', { to: '2026-06-01T00:00:00.001Z' }],
    ['the last days that can be spelt', { from: '9999-12-01T00:00:00Z', to: '9999-12-31T00:00:00Z' }],
  ])('takes %s', async (_what, question) => {
    expect(await refusal(question)).toHaveProperty('total');
  });
});

describe('the groups of a report', () => {
  const inSegments = (count: number) =>
    Array.from({ length: count }, (_, at) => reportedAccount(`a${at}`, { segment: `s${at}` }));

  it(`are ${MAX_REPORT_GROUPS} at most`, async () => {
    const question = { groupBy: ['segment'] as const };
    const full = await refusal(question, { accounts: inSegments(MAX_REPORT_GROUPS) });
    expect(full).toHaveProperty('rows.length', MAX_REPORT_GROUPS);
    const over = await refusal(question, { accounts: inSegments(MAX_REPORT_GROUPS + 1) });
    expect(over).toMatchObject({ failure: 'TOO_MANY_GROUPS', argument: 'groupBy' });
  });

  it('name each dimension once', async () => {
    const reader = memoryReportReader({ responses: [reportedResponse('r1')] });
    const { groupBy, rows } = await reportOn(reader, { groupBy: ['offer', 'day', 'offer'] });
    expect(groupBy).toEqual(['offer', 'day']);
    expect(rows.map(({ group }) => group)).toEqual([{ offer: 'growth', day: '2026-06-10' }]);
  });
});

describe('what a report counts', () => {
  it('leaves test accounts out, whatever was recorded of them', async () => {
    const rows = {
      accounts: [reportedAccount('acme', { test: true }), reportedAccount('brew')],
      responses: [reportedResponse('r1'), reportedResponse('r2', { accountId: 'brew' })],
      decisions: [reportedDecision('d1', { offers: [{ offerKey: 'growth' }], suppressed: {}, stages: {} })],
      crossings: [
        {
          accountId: 'acme',
          metric: 'seats',
          threshold: 'x',
          period: '',
          crossedAt: '2026-06-02T00:00:00.000Z',
        },
      ],
    };
    const { total } = await reportOn(memoryReportReader(rows));
    expect(total).toMatchObject({
      presented: 1,
      triggerReach: { numerator: 0, denominator: 1 },
      guardrailBlockRate: { denominator: 0 },
      reachRate: { value: 1 },
    });
  });

  it('keeps what is left of accounts that are gone', async () => {
    const { total } = await reportOn(memoryReportReader({ responses: [reportedResponse('r1')] }));
    expect(total).toMatchObject({ presented: 1, triggerReach: { value: null } });
  });

  it.each(['LEAD', 'TRIAL', 'CHURNED'] as const)(
    'does not take an account that is %s for active',
    async (status) => {
      const accounts = [reportedAccount('acme', { status }), reportedAccount('brew')];
      expect((await reportOn(memoryReportReader({ accounts }))).total.triggerReach.denominator).toBe(1);
    },
  );

  it('takes answers until the last presentation has had its time, and silences from before', async () => {
    const rows = {
      responses: [
        reportedResponse('p1', { at: '2026-06-30T23:00:00.000Z' }),
        reportedResponse('r1', {
          kind: 'ACCEPTED',
          promptId: 'p1',
          opensPrompt: false,
          at: '2026-07-14T22:59:59.999Z',
        }),
        reportedResponse('r2', {
          kind: 'DECLINED',
          promptId: 'p0',
          opensPrompt: false,
          at: '2026-05-01T00:00:00.000Z',
          silentUntil: '2026-07-30T00:00:00.000Z',
        }),
      ],
    };
    expect((await reportOn(memoryReportReader(rows))).total).toMatchObject({
      acceptanceRate: { value: 1 },
      repeatPitchViolations: 1,
    });
  });
});

describe('reading for a report', () => {
  it('goes page by page, and gives way before each', async () => {
    const responses = Array.from({ length: 2_500 }, (_, at) =>
      reportedResponse(`r${String(at).padStart(4, '0')}`, { accountId: `a${at % 7}` }),
    );
    const reader = memoryReportReader({ responses });
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    expect((await reportOn(reader, {}, { pause })).total.presented).toBe(2_500);
    expect(reader.pages).toEqual({ reads: 6, longest: 1_000 });
    expect(pauses).toBe(6);
  });

  it('asks for each release once', async () => {
    const asked: number[] = [];
    const byNumber = (number: number) => {
      asked.push(number);
      return Promise.resolve(null);
    };
    const responses = ['a', 'b', 'c'].map((accountId, at) =>
      reportedResponse(`r${at}`, { accountId, release: at % 2 }),
    );
    const { total } = await reportOn(memoryReportReader({ responses }), {}, { releaseStore: { byNumber } });
    expect(asked).toEqual([0, 1]);
    expect(total.groundingRate.value).toBe(0);
  });
});
