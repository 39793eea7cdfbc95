/** How UTC days are reckoned with. */
import { dayOf, plusDays, sameDayLastMonth, startOfDay } from '../../../src/domain/usage/utc-day';

describe('a UTC day', () => {
  it.each([
    ['2026-03-31', '2026-02-28'],
    ['2028-03-30', '2028-02-29'],
    ['2026-05-31', '2026-04-30'],
    ['2026-01-15', '2025-12-15'],
    ['2026-03-01', '2026-02-01'],
  ])('%s lies one month after %s', (day, earlier) => {
    expect(sameDayLastMonth(day)).toBe(earlier);
  });

  it('counts over months, years and leap days', () => {
    expect([plusDays('2026-12-31', 1), plusDays('2028-03-01', -1), plusDays('2026-06-15', -29)]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2026-05-17',
    ]);
  });

  it('is that of its last millisecond', () => {
    expect([dayOf('2026-06-15T23:59:59.999Z'), startOfDay('2026-06-15')]).toEqual([
      '2026-06-15',
      '2026-06-15T00:00:00.000Z',
    ]);
  });
});
