import { liquidTemplateLanguage } from '../../../src/adapters/templates/liquid-template-language';
import { render } from './render-template';

describe('filters', () => {
  it('are listed for hints', () => {
    expect(liquidTemplateLanguage.filters).toEqual(['percent', 'number', 'money', 'date', 'days']);
  });

  it.each([
    ['percent', 0.9, '90 %'],
    ['percent', 0.29, '29 %'],
    ['percent', 0.905, '91 %'],
    ['percent', 1, '100 %'],
    ['percent', 1.25, '125 %'],
    ['percent', 12.5, '1,250 %'],
    ['percent', 0.996, '99 %'],
    ['percent', 0, '0 %'],
    ['percent', -0.001, '0 %'],
    ['percent', -0.2, '-20 %'],
    ['number', 4800, '4,800'],
    ['number', 1234567.891, '1,234,567.89'],
    ['number', 0, '0'],
    ['money', 11200, '$112'],
    ['money', 11250, '$112.50'],
    ['money', 11205, '$112.05'],
    ['money', 0, '$0'],
    ['money', 5, '$0.05'],
    ['money', 123456789, '$1,234,567.89'],
    ['money', -11200, '-$112'],
    ['date', '2026-06-01T00:00:00Z', '1 June 2026'],
    ['date', '2026-06-01T01:00:00+02:00', '31 May 2026'],
    ['date', '2026-12-31T23:59:59.999Z', '31 December 2026'],
    ['days', 1, '1 day'],
    ['days', 5, '5 days'],
    ['days', 0, '0 days'],
    ['days', 1000, '1,000 days'],
  ])('%s turns %j into %s', (filter, value, text) => {
    expect(render(`{{ x | ${filter} }}`, { x: value })).toBe(text);
  });

  it.each([
    ['percent', '0.9'],
    ['percent', Number.NaN],
    ['percent', null],
    ['number', 'many'],
    ['number', Number.POSITIVE_INFINITY],
    ['number', true],
    ['money', 112.5],
    ['money', '11200'],
    ['money', 2 ** 60],
    ['date', 'soon'],
    ['date', '2026-02-30T00:00:00Z'],
    ['date', 1_780_272_000_000],
    ['days', '5'],
    ['days', [5]],
  ])('%s gives nothing for %j', (filter, value) => {
    expect(render(`{{ x | ${filter} }}`, { x: value })).toBeNull();
  });

  it.each([
    ['JPY', 'en-US', '¥11,250'],
    ['EUR', 'en-US', '€112.50'],
    ['EUR', 'de-DE', '112,50\u00a0€'],
    ['KWD', 'en-US', 'KWD\u00a011.250'],
    ['GBP', 'en-GB', '£112.50'],
  ])('money follows the exponent of %s in %s', (currency, language, text) => {
    expect(render('{{ x | money }}', { x: 11250 }, { currency, language })).toBe(text);
  });

  it('follow the language of the account', () => {
    const german = { currency: 'EUR', language: 'de-DE' };
    const values = { n: 4800.5, d: '2026-06-01T00:00:00Z', t: 5, r: 12.5 };
    expect(render('{{n | number}}; {{d | date}}; {{t | days}}; {{r | percent}}', values, german)).toBe(
      '4.800,5; 1. Juni 2026; 5 Tage; 1.250 %',
    );
  });
});

describe('values without a filter', () => {
  it.each([
    [5000, '5000'],
    [0.5, '0.5'],
    ['Growth', 'Growth'],
    [true, 'true'],
    [['sso', 'api'], 'sso, api'],
  ])('%j is printed as %s', (value, text) => {
    expect(render('{{x}}', { x: value })).toBe(text);
  });

  it.each([[{ a: 1 }], [Number.NaN], [null]])('%j has no words', (value) => {
    expect(render('{{x}}', { x: value })).toBeNull();
  });
});
