import * as fc from 'fast-check';
import { instant, milliseconds } from '../../../../src/domain/rules/operators/instant';

it('reads back every millisecond of four-digit years', () => {
  const dates = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(fc.property(dates, (date) => expect(instant(date.toISOString())).toBe(date.getTime())));
});

it.each([
  ['2026-06-01T02:00:00+02:00', '2026-06-01T00:00:00.000Z'],
  ['2026-05-31T19:30:00-04:30', '2026-06-01T00:00:00.000Z'],
  ['2026-06-01T00:00:00.5Z', '2026-06-01T00:00:00.500Z'],
  ['2026-06-01T00:00:00.123456789Z', '2026-06-01T00:00:00.123Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00.000Z'],
])('reads %s as %s', (text, same) => {
  expect(new Date(instant(text) ?? Number.NaN).toISOString()).toBe(same);
});

it.each([
  '2026-06-01',
  '2026-06-01T00:00:00',
  '2026-06-01 00:00:00Z',
  '2026-6-1T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-06-00T00:00:00Z',
  '2026-06-31T00:00:00Z',
  '2026-06-01T25:00:00Z',
  '2026-06-01T00:61:00Z',
  '2026-06-01T00:00:00+25:00',
  '2026-06-01T00:00:00z ',
  'now',
  '',
  1_780_272_000_000,
  null,
  undefined,
  new Date(0),
  ['2026-06-01T00:00:00Z'],
])('takes %j for no timestamp', (value) => {
  expect(instant(value)).toBeNull();
});

it('reads days from 1000 to 9999 as the clock does', () => {
  for (let at = Date.UTC(1000, 0, 1); at < Date.UTC(10_000, 0, 1); at += 86_400_000 * 9.7 + 1) {
    const text = new Date(at).toISOString();
    if (instant(text) !== Date.parse(text)) expect([text, instant(text)]).toEqual([text, Date.parse(text)]);
  }
});

it('never takes a text with a digit replaced for another time than the clock does', () => {
  const usual = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  const sign = fc.constantFrom(...'0123456789 -:.TZt/');
  fc.assert(
    fc.property(usual, fc.nat(23), sign, (date, at, character) => {
      const text = date.toISOString();
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      const found = instant(changed);
      if (found !== null) expect(found).toBe(Date.parse(changed));
    }),
    { numRuns: 5_000 },
  );
});

it('reads milliseconds as the clock does, of whatever text', () => {
  const dates = fc.date({ min: new Date('-000500-01-01'), max: new Date('+012000-01-01'), noInvalidDate: true });
  const texts = dates.map((date) => date.toISOString());
  const broken = fc.tuple(texts, fc.nat(26), fc.string({ maxLength: 1 }));
  const written = broken.map(([text, at, other]) => text.slice(0, at) + other + text.slice(at + 1));
  fc.assert(fc.property(fc.oneof(texts, written), (text) => expect(milliseconds(text)).toBe(Date.parse(text))));
});
