import * as fc from 'fast-check';
import { METRIC_PERIODS } from '../../../src/domain/documents/kinds/metric-document';
import { CountingDay } from '../../../src/domain/facts/counting-day';
import { stillCounts } from '../../../src/domain/usage/usage-period';

const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });

it('counts what the period of each metric counts, whatever day was asked for before', () => {
  const cases = fc.tuple(fc.constantFrom(...METRIC_PERIODS), moments, moments);
  fc.assert(
    fc.property(cases, ([period, reported, now]) => {
      fc.pre(reported <= now);
      const [at, today] = [reported.toISOString(), now.toISOString().slice(0, 10)];
      const counted = stillCounts(period, at.slice(0, 10), today);
      expect(CountingDay.of(now.getTime()).counts(period, at)).toBe(counted);
    }),
  );
});

it.each([
  ['2026-06-01T00:00:00.000Z', true],
  ['2026-05-31T23:59:59.999Z', false],
])('counts %s in a calendar month until its last millisecond: %s', (at, counts) => {
  const last = Date.parse('2026-06-30T23:59:59.999Z');
  expect(CountingDay.of(last).counts('calendar-month', at)).toBe(counts);
  expect(CountingDay.of(last + 1).counts('calendar-month', at)).toBe(false);
});
