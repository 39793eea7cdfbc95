import fc from 'fast-check';
import { fromSqlTime, toSqlTime } from '../../../src/adapters/persistence/sql-time';

const moments = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });

describe('stored times', () => {
  it('come back as they were, to the millisecond', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(fromSqlTime(toSqlTime(moment.toISOString()))).toBe(moment.toISOString());
      }),
    );
  });

  it.each(['2026-06-01 00:00:00.000', '2026-06-01 00:00:00', '2026-06-01'])(
    'have milliseconds again, whatever zeros the driver left out: %p',
    (stored) => {
      expect(fromSqlTime(stored)).toBe('2026-06-01T00:00:00.000Z');
    },
  );

  it('sort as text as they sort in time', () => {
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        expect(toSqlTime(one.toISOString()) < toSqlTime(other.toISOString())).toBe(one < other);
      }),
    );
  });

  it.each([
    '2026-06-01',
    '2026-06-01T00:00:00Z',
    '2026-06-01T00:00:00.000+02:00',
    '+012026-06-01T00:00:00.000Z',
    '',
  ])('are refused when they were not normalised: %p', (timestamp) => {
    expect(() => toSqlTime(timestamp)).toThrow(RangeError);
  });
});
