import { parseValue } from 'graphql';
import { CurrencyCode } from '../../../src/adapters/graphql/scalars/currency-code';
import { DateTime } from '../../../src/adapters/graphql/scalars/date-time';
import { formatMoney } from '../../../src/adapters/graphql/format-money';

describe('DateTime', () => {
  it.each([
    ['2026-06-01T00:00:00Z', '2026-06-01T00:00:00.000Z'],
    ['2026-06-01T02:00:00.5+02:00', '2026-06-01T00:00:00.500Z'],
    ['2026-05-31t23:30:00-00:30', '2026-06-01T00:00:00.000Z'],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
  ])('takes %s in as %s', (sent, kept) => {
    expect(DateTime.parseValue(sent)).toBe(kept);
    expect(DateTime.parseLiteral(parseValue(JSON.stringify(sent)), {})).toBe(kept);
  });

  it.each([
    '',
    'yesterday',
    '2026-06-01',
    '2026-06-01T00:00:00',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-06-01T25:00:00Z',
    '0',
  ])('hands %j on as it is, for the use case to refuse that item alone', (text) =>
    expect(DateTime.parseValue(text)).toBe(text),
  );

  it.each([0, 1_780_000_000, true, {}, ['2026-06-01T00:00:00Z']])('refuses %j, which is no text', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow('RFC 3339');
  });

  it('refuses a literal that is no text', () => {
    expect(() => DateTime.parseLiteral(parseValue('5'), {})).toThrow('RFC 3339');
  });
});

describe('CurrencyCode', () => {
  it('takes texts and nothing else', () => {
    expect(CurrencyCode.parseValue('USD')).toBe('USD');
    expect(() => CurrencyCode.parseValue(840)).toThrow('USD');
    expect(() => CurrencyCode.parseLiteral(parseValue('{}'), {})).toThrow('USD');
  });
});

describe('money', () => {
  it.each([
    [14_900, 'USD', 'en-US', '$149.00'],
    [14_900, 'EUR', 'de-DE', '149,00\u00a0€'],
    [14_900, 'JPY', 'en-US', '¥14,900'],
    [14_900, 'KWD', 'en-US', 'KWD\u00a014.900'],
    [-35_000, 'USD', 'en-US', '-$350.00'],
    [0, 'USD', 'en-US', '$0.00'],
    [Number.MAX_SAFE_INTEGER, 'JPY', 'en-US', '¥9,007,199,254,740,991'],
  ])('%i minor units of %s read in %s as %s', (minorUnits, currency, locale, text) => {
    expect(formatMoney(minorUnits, currency, locale)).toBe(text);
  });

  it.each(['', '!', 'en_US', 'x'.repeat(5_000)])('a locale that is none is named: %.10s', (locale) => {
    expect(() => formatMoney(1, 'USD', locale)).toThrow('`locale` must be a BCP 47');
  });
});
