import { inShort, recordsOf } from '../../support/read-import';

describe('the records of newline-delimited JSON', () => {
  it.each<[string, string | Buffer, (readonly [number, unknown])[]]>([
    [
      'are its lines',
      '{"a":1}\n[2]\n',
      [
        [1, { a: 1 }],
        [2, [2]],
      ],
    ],
    [
      'may lack the last line end',
      '1\n2',
      [
        [1, 1],
        [2, 2],
      ],
    ],
    ['may follow a byte order mark', '\ufeff{"a":1}\n', [[1, { a: 1 }]]],
    [
      'may end in carriage returns',
      '1\r\n2\r\n',
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'leave blank lines out and count them',
      '\n1\n \n2\n',
      [
        [2, 1],
        [4, 2],
      ],
    ],
    [
      'refuse what is no JSON',
      '{a:1}\n1\n{"a":\n',
      [
        [1, 'NOT_JSON'],
        [2, 1],
        [3, 'NOT_JSON'],
      ],
    ],
    [
      'refuse two texts on a line',
      '1 2\n3\n',
      [
        [1, 'NOT_JSON'],
        [2, 3],
      ],
    ],
    [
      'refuse other encodings',
      Buffer.from([0x22, 0xe9, 0x22, 0x0a, 0x31, 0x0a]),
      [
        [1, 'NOT_UTF8'],
        [2, 1],
      ],
    ],
    [
      'refuse lines that are too long',
      `"${'x'.repeat(65_536)}"\n1\n`,
      [
        [1, 'LINE_TOO_LONG'],
        [2, 1],
      ],
    ],
    ['need not be there at all', '', []],
  ])('%s', async (_what, text, records) => {
    for (const chunk of [1, 7, 65_536])
      expect((await recordsOf(text, 'ndjson', chunk)).map(inShort)).toEqual(records);
  });

  it('are left out up to the line that was done', async () => {
    expect((await recordsOf('1\n2\n3\n', 'ndjson', 2, 2)).map(inShort)).toEqual([[3, 3]]);
  });
});
