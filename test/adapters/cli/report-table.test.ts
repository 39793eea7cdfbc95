import { bar } from '../../../src/adapters/cli/bar';
import { reportTable } from '../../../src/adapters/cli/report-table';
import { reportRows } from '../../../src/domain/reports/report';
import { emptyReport } from '../../support/empty-report';
import { answered, countsOf, decided, shown, story, totalOf } from '../../support/report-stories';

const stories = [
  story({
    entries: [
      shown(),
      answered('DECLINED', { reason: 'NOT_NOW' }),
      shown({ promptId: 'p2', subject: 'scale' }),
    ],
    decisions: [decided({ candidates: [{ offer: 'sso', blockedBy: 'HEALTH_RED' }] })],
  }),
];
const report = emptyReport({
  groupBy: ['offer'],
  total: totalOf(stories),
  rows: reportRows(countsOf(stories, ['offer'])),
});

describe('a bar', () => {
  it.each([
    [0, '····'],
    [0.03, '▏···'],
    [0.25, '█···'],
    [0.5, '██··'],
    [1, '████'],
    [7, '████'],
    [-1, '····'],
  ])('of %d', (share, drawn) => {
    expect(bar(share, 4)).toBe(drawn);
  });
});

describe('a report as a table', () => {
  const lines = reportTable(report).split('\n');
  const lineOf = (name: string) => lines.find((line) => line.includes(name)) ?? '';

  it('says what it is about', () => {
    expect(lines[0]).toContain('from 2026-06-01T00:00:00.000Z up to 2026-07-01T00:00:00.000Z');
  });

  it.each([
    ['Presented', /Presented\s+│\s+2 │/],
    ['Decline rate', /50\.0 % │ █{10}·{10} 1 of 2/],
    ['declined for NOT_NOW', /1 │ █{20} 100\.0 %/],
    ['declined for UNSPECIFIED', /0 │ ·{20} 0\.0 %/],
    ['Guardrail block rate', /100\.0 %/],
    ['blocked by HEALTH_RED', /1 │ █{20}/],
    ['Handoff completeness', /│\s+- │/],
    ['growth', /│ growth │\s+1 │ █{8} │/],
    ['scale', /│ scale  │\s+1 │ █{8} │/],
  ])('shows %s', (name, pattern) => {
    expect(lineOf(name)).toMatch(pattern);
  });

  it('tells how much may still change', () => {
    const { total } = emptyReport();
    const acceptanceRate = { numerator: 1, denominator: 4, immature: 3, value: 0.25 };
    expect(reportTable(emptyReport({ total: { ...total, acceptanceRate } }))).toContain('1 of 4, 3 immature');
  });

  it('shows no control characters of a name', () => {
    const hostile = 'low\u001b[2J\u202e\ntouch';
    const rows = [{ group: { segment: hostile }, figures: report.total }];
    expect(reportTable(emptyReport({ groupBy: ['segment'], rows }))).toContain('│ low?[2J??touch │');
  });

  it('has no colours, so that it can be kept in a file', () => {
    expect(reportTable(report)).not.toContain('\u001b');
  });
});
