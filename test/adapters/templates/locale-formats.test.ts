import { formatsOf } from '../../../src/adapters/templates/locale-formats';

it('makes the formats of a locale once', () => {
  const locale = { currency: 'USD', language: 'en-US' };
  expect(formatsOf(locale)).toBe(formatsOf({ ...locale }));
  expect(formatsOf(locale)).not.toBe(formatsOf({ ...locale, currency: 'EUR' }));
});

it('keeps a bounded number of them', () => {
  const first = formatsOf({ currency: 'USD', language: 'en-US' });
  for (let n = 0; n < 300; n += 1) {
    const currency = `X${String.fromCharCode(65 + (n % 26))}${String.fromCharCode(65 + Math.floor(n / 26))}`;
    formatsOf({ currency, language: 'en-US' });
  }
  expect(formatsOf({ currency: 'USD', language: 'en-US' })).not.toBe(first);
});

it.each([
  ['USD', 100],
  ['JPY', 1],
  ['KWD', 1000],
])('knows how many minor units make one %s', (currency, minorPerMajor) => {
  expect(formatsOf({ currency, language: 'en-US' }).minorPerMajor).toBe(minorPerMajor);
});
