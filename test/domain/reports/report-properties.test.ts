import fc from 'fast-check';
import { REPORT_DIMENSIONS, type ReportDimension } from '../../../src/domain/reports/dimensions';
import type { Rate } from '../../../src/domain/reports/rate';
import { reportRows } from '../../../src/domain/reports/report';
import { figuresOf, type ReportFigures } from '../../../src/domain/reports/report-figures';
import { anyStory } from '../../support/report-arbitrary';
import { countsOf, frame, totalOf } from '../../support/report-stories';

const stories = fc.array(anyStory, { maxLength: 6 });
const groupings = fc.subarray([...REPORT_DIMENSIONS], { minLength: 1 });
const now = fc
  .date({ min: new Date('2026-06-01'), max: new Date('2026-08-01'), noInvalidDate: true })
  .map(Number);

const ratesOf = (figures: ReportFigures): readonly Rate[] => [
  ...Object.values(figures).filter(
    (figure): figure is Rate => typeof figure === 'object' && 'denominator' in figure,
  ),
  figures.crossingToPrompt.within60Minutes,
];
const COUNTS = [
  'impressions',
  'presented',
  'accepted',
  'declined',
  'snoozed',
  'dismissed',
  'noResponse',
  'repeatPitchViolations',
] as const;

describe('in every report', () => {
  it('rates lie between 0 and 1, null exactly where nothing was counted', () => {
    fc.assert(
      fc.property(stories, groupings, now, (all, groupBy, at) => {
        const rows = reportRows(countsOf(all, groupBy, {}, frame({ now: at })));
        for (const rate of rows.flatMap(({ figures }) => ratesOf(figures))) {
          expect(rate.numerator).toBeLessThanOrEqual(rate.denominator);
          expect(rate.immature).toBeLessThanOrEqual(rate.denominator);
          expect(rate.value === null).toBe(rate.denominator === 0);
        }
      }),
    );
  });

  it('the four response rates never exceed 1 together, and sum to 1 once nothing is immature', () => {
    fc.assert(
      fc.property(stories, now, (all, at) => {
        const { acceptanceRate, declineRate, dismissalRate, noResponseRate } = totalOf(
          all,
          frame({ now: at }),
        );
        const ended = [acceptanceRate, declineRate, dismissalRate, noResponseRate].reduce(
          (sum, { numerator }) => sum + numerator,
          0,
        );
        const { denominator, immature } = acceptanceRate;
        expect(ended).toBeLessThanOrEqual(denominator);
        expect(ended).toBeGreaterThanOrEqual(denominator - immature);
      }),
    );
  });

  it('plain counts of the groups add up to the total, however it is grouped', () => {
    fc.assert(
      fc.property(stories, groupings, (all, groupBy) => {
        const rows = reportRows(countsOf(all, groupBy));
        const total = totalOf(all);
        for (const count of COUNTS)
          expect(rows.reduce((sum, { figures }) => sum + figures[count], 0)).toBe(total[count]);
      }),
    );
  });

  it('the shares of decline reasons sum to 1', () => {
    fc.assert(
      fc.property(stories, (all) => {
        const { declined, declineReasons } = totalOf(all);
        const sum = declineReasons.reduce((shares, { share }) => shares + (share ?? 0), 0);
        expect(sum).toBeCloseTo(declined === 0 ? 0 : 1);
      }),
    );
  });

  it('the order of accounts makes no difference', () => {
    fc.assert(
      fc.property(stories, groupings, (all, groupBy) => {
        expect(reportRows(countsOf(all.toReversed(), groupBy))).toEqual(reportRows(countsOf(all, groupBy)));
      }),
    );
  });

  it('filtering to a group gives the plain counts of that group', () => {
    const filterable = fc.constantFrom<Exclude<ReportDimension, 'day'>>(
      'offer',
      'rule',
      'segment',
      'surface',
    );
    fc.assert(
      fc.property(stories, filterable, (all, dimension) => {
        const counts = countsOf(all, [dimension]);
        for (const group of counts.groups.filter((each) => each[dimension] !== null)) {
          const filtered = totalOf(all, frame(), { [dimension]: group[dimension] });
          const grouped = figuresOf(counts, group);
          for (const count of COUNTS) expect(filtered[count]).toBe(grouped[count]);
          expect(filtered.acceptanceRate).toEqual(grouped.acceptanceRate);
        }
      }),
    );
  });
});
