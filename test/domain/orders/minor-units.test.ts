import { minorUnitsPerUnit } from '../../../src/domain/orders/minor-units';

describe('minor units', () => {
  it.each([
    ['USD', 100],
    ['EUR', 100],
    ['JPY', 1],
    ['KRW', 1],
    ['KWD', 1_000],
    ['CLF', 10_000],
  ])('of %s: %i make one', (currency, count) => {
    expect(minorUnitsPerUnit(currency)).toBe(count);
  });

  it('does not guess for a text that is no currency code', () => {
    expect(() => minorUnitsPerUnit('dollars')).toThrow(RangeError);
  });
});
