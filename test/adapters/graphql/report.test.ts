import type { ReportQuestion } from '../../../src/application/report/report-question';
import { readWindow, tooManyGroups } from '../../../src/application/report/report-question';
import { reportRows } from '../../../src/domain/reports/report';
import { emptyReport } from '../../support/empty-report';
import { startServer, type TestServer } from '../../support/graphql-server';
import { answered, countsOf, shown, story, totalOf } from '../../support/report-stories';

const stories = [
  story({ entries: [shown(), answered('DECLINED', { reason: 'NOT_NOW' }), shown({ promptId: 'p2' })] }),
];

const RATE = '{ value numerator denominator immature }';
const FIGURES = `{ impressions presented accepted declined snoozed dismissed noResponse
  acceptanceRate ${RATE} declineRate ${RATE} dismissalRate ${RATE} noResponseRate ${RATE}
  declineReasons { reason count share } upsellMentionRate ${RATE} guardrailBlockRate ${RATE} guardrailBlocks { code count share }
  triggerReach ${RATE} crossingToPrompt { p50Minutes p95Minutes within60Minutes ${RATE} } reachRate ${RATE} ownerLoad ${RATE}
  repeatPitchViolations groundingRate ${RATE} handoffCompleteness ${RATE} }`;
const WHOLE = `query ($from: DateTime!, $to: DateTime!, $groupBy: [ReportDimension!], $filter: ReportFilter) {
  report(from: $from, to: $to, groupBy: $groupBy, filter: $filter) {
    from to computedAt responseWindowDays total ${FIGURES} rows { group { offer rule segment surface day } figures ${FIGURES} } } }`;
const JUNE = { from: '2026-06-01T02:00:00+02:00', to: '2026-07-01T00:00:00Z' };

describe('the query report', () => {
  const asked: ReportQuestion[] = [];
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({
      makeReport: async (question) => {
        asked.push(question);
        const window = readWindow(question);
        if ('failure' in window) return window;
        if (question.groupBy.includes('rule')) return tooManyGroups();
        const { groupBy, filter } = question;
        const rows = reportRows(countsOf(stories, groupBy, filter));
        return emptyReport({ ...window, groupBy, total: totalOf(stories), rows });
      },
    });
  });
  afterAll(() => server.close());

  it('answers every figure of the total and of each group', async () => {
    const { json } = await server.ask(WHOLE, { ...JUNE, groupBy: ['DAY', 'OFFER'] });
    expect(json.errors).toBeUndefined();
    expect(json.data?.['report']).toMatchObject({
      from: '2026-06-01T00:00:00.000Z',
      responseWindowDays: 14,
      total: { presented: 2, acceptanceRate: { value: 0, denominator: 1 }, ownerLoad: { value: null } },
      rows: [
        {
          group: { offer: 'growth', rule: null, segment: null, surface: null, day: '2026-06-10' },
          figures: { presented: 2, declineReasons: [{ reason: 'UNSPECIFIED', count: 0, share: null }] },
        },
        {
          group: { offer: 'growth', day: '2026-06-11' },
          figures: {
            declined: 1,
            declineReasons: [{ reason: 'NOT_NOW', count: 1, share: 1 }, { reason: 'UNSPECIFIED' }],
          },
        },
      ],
    });
  });

  it('hands the dimensions and the filter on in the words of the domain', async () => {
    const filter = { offer: 'growth', rule: 'r', segment: 's', surface: 'VOICE' };
    await server.ask(WHOLE, { ...JUNE, groupBy: ['SURFACE', 'SEGMENT'], filter });
    expect(asked.at(-1)).toEqual({
      from: '2026-06-01T00:00:00.000Z',
      to: '2026-07-01T00:00:00.000Z',
      groupBy: ['surface', 'segment'],
      filter,
    });
  });

  it('asks for the total only unless told otherwise', async () => {
    await server.ask(
      '{ report(from: "2026-06-01T00:00:00Z", to: "2026-07-01T00:00:00Z") { total { presented } } }',
    );
    expect(asked.at(-1)).toMatchObject({ groupBy: [], filter: { offer: null, surface: null } });
  });

  it.each([
    ['INVALID_ARGUMENT', 'from', { from: 'yesterday' }],
    ['INVALID_ARGUMENT', 'to', { to: '2026-06-01T00:00:00Z' }],
    ['REPORT_WINDOW_TOO_LONG', 'to', { to: '2027-07-06T00:00:00.001Z' }],
    ['REPORT_TOO_MANY_GROUPS', 'groupBy', { groupBy: ['RULE'] }],
    ['INVALID_ARGUMENT', 'filter.offer', { filter: { offer: '' } }],
    ['INVALID_ARGUMENT', 'filter.segment', { filter: { segment: 'x'.repeat(191) } }],
  ])('refuses with %s at %s', async (code, argument, change) => {
    const { json } = await server.ask(WHOLE, { ...JUNE, ...change });
    expect(json.errors?.[0]?.extensions).toMatchObject({ code, argument });
    expect(json.errors?.[0]?.message).toContain(`\`${argument}\``);
  });
});
