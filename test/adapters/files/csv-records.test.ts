import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { quotesAfter } from '../../../src/adapters/files/csv-quotes';
import { inShort, recordsOf } from '../../support/read-import';

const LONG = 'x'.repeat(70_000);

describe('the records of a table', () => {
  it.each<[string, string, (readonly [number, unknown])[]]>([
    [
      'are its lines',
      'a,b\n1,2\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'may end in carriage returns',
      'a,b\r\n1,2\r\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'may lack the last line end',
      'a,b\n1,2',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'may follow a byte order mark',
      '\ufeffa,b\n1,2',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'leave blank lines out and count them',
      'a\n\n  \nb\n',
      [
        [1, ['a']],
        [4, ['b']],
      ],
    ],
    ['may be quoted', '"a","b,""c"""\n', [[1, ['a', 'b,"c"']]]],
    [
      'may span lines',
      'a,"b\nc\n"\nd,e\n',
      [
        [1, ['a', 'b\nc\n']],
        [4, ['d', 'e']],
      ],
    ],
    ['keep empty cells', ',,""\n', [[1, ['', '', '']]]],
    ['take formulas for text', '=1+1,@SUM(A1),+1\n', [[1, ['=1+1', '@SUM(A1)', '+1']]]],
    [
      'refuse a quote within a bare text',
      'a"b\nc\n',
      [
        [1, 'BROKEN_QUOTES'],
        [2, ['c']],
      ],
    ],
    [
      'refuse text after a closing quote',
      '"a"b\nc\n',
      [
        [1, 'BROKEN_QUOTES'],
        [2, ['c']],
      ],
    ],
    [
      'lose one line to a quote that is never closed',
      'a,"b\nc,d\ne,f\n',
      [
        [1, 'BROKEN_QUOTES'],
        [2, ['c', 'd']],
        [3, ['e', 'f']],
      ],
    ],
    [
      'lose one line to a quote that meets the next quoted text',
      'a,"b\n"c",d\ne,f\n',
      [
        [1, 'BROKEN_QUOTES'],
        [2, ['c', 'd']],
        [3, ['e', 'f']],
      ],
    ],
    [
      'refuse a line that is too long',
      `a\n${LONG}\nb\n`,
      [
        [1, ['a']],
        [2, 'LINE_TOO_LONG'],
        [3, ['b']],
      ],
    ],
    [
      'look again at lines that an open quote had swallowed',
      `"a\nb\n${LONG}\nc\n`,
      [
        [1, 'BROKEN_QUOTES'],
        [2, ['b']],
        [3, 'LINE_TOO_LONG'],
        [4, ['c']],
      ],
    ],
    [
      'refuse a record that is too long',
      `"${'x'.repeat(40_000)}\n${'x'.repeat(40_000)}"\nc\n`,
      [
        [1, 'BROKEN_QUOTES'],
        [2, 'BROKEN_QUOTES'],
        [3, ['c']],
      ],
    ],
  ])('%s', async (_what, text, records) => {
    expect((await recordsOf(text, 'csv')).map(inShort)).toEqual(records);
  });

  it('take a line of 65,536 bytes and refuse one of 65,537', async () => {
    const text = `${'x'.repeat(65_536)}\n${'x'.repeat(65_537)}\n`;
    const [fits, tooLong] = await recordsOf(text, 'csv');
    expect(fits?.content).toHaveProperty('cells');
    expect(tooLong?.content).toHaveProperty('problem.code', 'LINE_TOO_LONG');
    expect(tooLong?.raw).toHaveLength(1024);
  });

  it('are refused by line when they are written in another encoding', async () => {
    const latin = Buffer.from('é,1\n', 'latin1');
    const records = await recordsOf(
      Buffer.concat([Buffer.from('a,b\n'), latin, Buffer.from('é,2\n')]),
      'csv',
    );
    expect(records.map(inShort)).toEqual([
      [1, ['a', 'b']],
      [2, 'NOT_UTF8'],
      [3, ['é', '2']],
    ]);
  });

  it('come back as they were written, however the bytes arrive', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '😀', '=', ';') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom('\n', '\r\n'),
        async (table, chunk, end) => {
          const text = stringify(table, { record_delimiter: end, quoted: true });
          const read = await recordsOf(text, 'csv', chunk);
          expect(read.map(({ content }) => 'cells' in content && content.cells)).toEqual(table);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are each split into cells, whatever the text', async () => {
    const line = fc.string({ unit: fc.constantFrom('"', ',', 'a', '\n', '\r'), maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        const records = await recordsOf(`${text}\nlast,1\n`, 'csv', 7);
        const lines = records.map((record) => record.line);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
        for (const { content } of records)
          expect(content).toEqual(
            'cells' in content ? { cells: expect.any(Array) } : { problem: expect.anything() },
          );
      }),
      { numRuns: 2000 },
    );
  });

  it('are left out up to the line that was done, but for the first', async () => {
    const records = await recordsOf('h\n1\n"2\n3"\n4\n', 'csv', 5, 4);
    expect(records.map(inShort)).toEqual([
      [1, ['h']],
      [5, ['4']],
    ]);
  });
});

describe('the quotes of a line', () => {
  it.each<['closed' | 'open', string, string]>([
    ['closed', 'a,b', 'closed'],
    ['closed', '"a","b"', 'closed'],
    ['closed', '"a","b"\r', 'closed'],
    ['closed', '"a","b', 'open'],
    ['closed', 'a,""', 'closed'],
    ['closed', 'a,"""', 'open'],
    ['closed', 'a"', 'broken'],
    ['closed', ' "a"', 'broken'],
    ['closed', '"a" ', 'broken'],
    ['open', 'a,b', 'open'],
    ['open', 'a",b', 'closed'],
    ['open', '"', 'closed'],
    ['open', '""', 'open'],
    ['open', '"a', 'broken'],
    ['open', '","', 'open'],
  ])('that begins %s and says %j ends %s', (before, line, after) => {
    expect(quotesAfter(Buffer.from(line), before)).toBe(after);
  });
});
