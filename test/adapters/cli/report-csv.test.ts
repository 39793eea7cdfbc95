import { reportCsv } from '../../../src/adapters/cli/report-csv';
import { reportRows } from '../../../src/domain/reports/report';
import type { ReportDimension } from '../../../src/domain/reports/dimensions';
import { emptyReport } from '../../support/empty-report';
import { answered, countsOf, shown, story, totalOf } from '../../support/report-stories';
import { parse } from 'csv-parse/sync';

const stories = [
  story({ entries: [shown(), answered('DECLINED', { reason: 'NOT_NOW' })] }),
  story({ entries: [shown({ segment: '=HYPERLINK("http://evil")', subject: 'scale' })] }),
  story({ entries: [shown({ segment: 'a,b\n"c"' })] }),
];
const csvBy = (groupBy: readonly ReportDimension[]) =>
  reportCsv(emptyReport({ groupBy, total: totalOf(stories), rows: reportRows(countsOf(stories, groupBy)) }));
const linesOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('a report as CSV', () => {
  it('has the total as its only line without groups', () => {
    const [line, ...others] = linesOf(csvBy([]));
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      presented: '3',
      declined: '1',
      'declined.NOT_NOW': '1',
      'declined.LEAVING': '0',
      'blocked.HEALTH_RED': '0',
      'declineRate.numerator': '1',
      'declineRate.denominator': '3',
      upsellMentionRate: '',
      'crossingToPrompt.p95Minutes': '',
    });
  });

  it('has a line per group, the dimensions first', () => {
    const text = csvBy(['offer', 'segment']);
    expect(text.startsWith('offer,segment,impressions,presented,')).toBe(true);
    expect(linesOf(text).map(({ offer, presented }) => [offer, presented])).toEqual([
      ['growth', '1'],
      ['growth', '1'],
      ['scale', '1'],
    ]);
  });

  it('keeps commas, quotes and line breaks of a name in their cell', () => {
    expect(linesOf(csvBy(['segment'])).map(({ segment }) => segment)).toContain('a,b\n"c"');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'puts an apostrophe before %j, which a spreadsheet would run',
    (segment) => {
      const report = emptyReport({
        groupBy: ['segment'],
        rows: [{ group: { segment }, figures: totalOf([]) }],
      });
      expect(linesOf(reportCsv(report))[0]?.['segment']).toBe(`'${segment}`);
    },
  );

  it('has the same columns whatever was counted', () => {
    const columns = (text: string) => Object.keys(linesOf(text)[0] ?? {});
    expect(columns(csvBy([]))).toEqual(columns(reportCsv(emptyReport())));
  });
});
