import { convertCell } from '../../../src/application/import/convert-cell';
import type { CellType } from '../../../src/application/import/import-columns';

describe('a cell', () => {
  it.each<[CellType, string, unknown]>([
    ['text', 'Acme', 'Acme'],
    ['text', ' Acme ', ' Acme '],
    ['text', '=SUM(A1:A9)', '=SUM(A1:A9)'],
    ['text', '+49 30 1234', '+49 30 1234'],
    ['text', '0012', '0012'],
    ['word', 'PAYING', 'PAYING'],
    ['word', ' paying ', 'PAYING'],
    ['number', '0', 0],
    ['number', ' 12.50 ', 12.5],
    ['number', '-3', -3],
    ['number', '1e3', 1000],
    ['number', '9007199254740991', 9007199254740991],
    ['boolean', 'true', true],
    ['boolean', 'FALSE', false],
    ['time', '2026-06-01', '2026-06-01T00:00:00Z'],
    ['time', '2026-06-01T10:00:00+02:00', '2026-06-01T10:00:00+02:00'],
    ['time', 'yesterday', 'yesterday'],
    ['list', 'a;b', ['a', 'b']],
    ['list', ' a ; b ;', ['a', 'b']],
    ['list', ';', []],
  ])('of type %s that says %j is %j', (type, cell, value) => {
    expect(convertCell(cell, type)).toEqual({ value });
  });

  it.each<CellType>(['text', 'word', 'number', 'boolean', 'time', 'list', 'open'])(
    'of type %s that is empty states nothing',
    (type) => {
      expect(convertCell('', type)).toEqual({ value: undefined });
    },
  );

  it.each<[CellType, string, RegExp]>([
    ['number', '1,000', /no number/],
    ['number', '12 %', /no number/],
    ['number', 'NaN', /no number/],
    ['number', 'Infinity', /no number/],
    ['number', '0x10', /no number/],
    ['number', '007', /no number/],
    ['number', '=1+1', /no number/],
    ['number', ' ', /no number/],
    ['number', '12345678901234567890', /more digits/],
    ['number', '1e999', /more digits/],
    ['boolean', 'yes', /neither true nor false/],
    ['boolean', '1', /neither true nor false/],
  ])('of type %s that says %j is refused with a hint', (type, cell, wrong) => {
    expect(convertCell(cell, type)).toEqual({
      wrong: expect.stringMatching(wrong),
      hint: expect.stringMatching(/./),
    });
  });

  it.each<[string | null, string, unknown]>([
    [null, '12', 12],
    [null, '0012', '0012'],
    [null, '12345678901234567890', '12345678901234567890'],
    [null, 'true', true],
    [null, 'True', 'True'],
    [null, 'a;b', 'a;b'],
    ['string', '12', '12'],
    ['string', 'true', 'true'],
    ['integer', '12', 12],
    ['boolean', 'TRUE', true],
    ['list', 'a;b', ['a', 'b']],
    ['date', '2026-06-01', '2026-06-01T00:00:00Z'],
    ['object', '{"a":1}', '{"a":1}'],
  ])('of an attribute declared as %s that says %j is %j', (declared, cell, value) => {
    expect(convertCell(cell, 'open', declared)).toEqual({ value });
  });

  it('of an attribute that does not fit its declared type is refused', () => {
    expect(convertCell('many', 'open', 'integer')).toHaveProperty('wrong');
  });
});
