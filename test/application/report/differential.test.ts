/** Two ways to one answer: the report read account by account, and the same figures worked out over arrays. */
import fc from 'fast-check';
import type { ReportFigures } from '../../../src/domain/reports/report-figures';
import { memoryReportReader, type RecordedRows } from '../../support/memory-report-reader';
import { plainFigures, type Keep } from '../../support/plain-report';
import { anyRows } from '../../support/report-rows';
import { reportOn } from '../../support/reported-rows';

/** The members that both ways tell. */
function toPlain(figures: ReportFigures) {
  const { acceptanceRate, declineRate, dismissalRate, noResponseRate, crossingToPrompt } = figures;
  return {
    impressions: figures.impressions,
    presented: figures.presented,
    accepted: figures.accepted,
    declined: figures.declined,
    snoozed: figures.snoozed,
    dismissed: figures.dismissed,
    noResponse: figures.noResponse,
    rates: [acceptanceRate, declineRate, dismissalRate, noResponseRate].map(({ numerator, denominator }) => [
      numerator,
      denominator,
    ]),
    accountsPresented: figures.reachRate.numerator,
    reasons: Object.fromEntries(
      figures.declineReasons.filter(({ count }) => count > 0).map(({ reason, count }) => [reason, count]),
    ),
    repeatPitches: figures.repeatPitchViolations,
    crossings: crossingToPrompt.within60Minutes.denominator,
    inTime: crossingToPrompt.within60Minutes.numerator,
    longest: crossingToPrompt.p95Minutes === null ? null : crossingToPrompt.p95Minutes >= 0,
  };
}

function plain(rows: RecordedRows, keep?: Keep) {
  const { delays, ...figures } = plainFigures(rows, keep);
  return {
    ...figures,
    crossings: delays.length,
    inTime: delays.filter((minutes) => minutes <= 60).length,
    longest: delays.length === 0 ? null : true,
  };
}

describe('a report and the plain reckoning agree', () => {
  it('on the whole window', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const { total } = await reportOn(memoryReportReader(rows));
        expect(toPlain(total)).toEqual(plain(rows));
      }),
      { numRuns: 200 },
    );
  });

  it('on every group by offer and segment', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const report = await reportOn(memoryReportReader(rows), { groupBy: ['offer', 'segment'] });
        for (const { group, figures } of report.rows) {
          const keep: Keep = ({ subject, segment }) => subject === group.offer && segment === group.segment;
          expect(toPlain(figures)).toEqual(plain(rows, keep));
        }
      }),
    );
  });

  it('on every filter by surface', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.constantFrom('IN_APP', 'VOICE'), async (rows, surface) => {
        const { total } = await reportOn(memoryReportReader(rows), { filter: { surface } });
        expect(toPlain(total)).toEqual(plain(rows, (entry) => entry.surface === surface));
      }),
    );
  });
});
