import fc from 'fast-check';
import { LineSplitter } from '../../../src/adapters/files/physical-lines';

describe('the lines of a stream', () => {
  it('are those of the whole text, however its bytes arrive', () => {
    const text = fc.string({ unit: fc.constantFrom('\n', 'a', 'é', '\r'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (whole, size) => {
        const bytes = Buffer.from(whole);
        const splitter = new LineSplitter();
        const lines = [];
        for (let start = 0; start < bytes.length; start += size)
          lines.push(...splitter.feed(bytes.subarray(start, start + size)));
        lines.push(...splitter.rest());
        const expected = whole.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(lines.map((line) => line.bytes.toString())).toEqual(expected);
        expect(lines.map(({ line }) => line)).toEqual(expected.map((_, at) => at + 1));
      }),
    );
  });

  it('cost no memory beyond their longest length', () => {
    const splitter = new LineSplitter();
    const megabyte = Buffer.alloc(1_000_000, 'x');
    for (let count = 0; count < 10_000; count += 1) expect(splitter.feed(megabyte)).toEqual([]);
    const [line] = splitter.feed(Buffer.from('\nnext'));
    expect(line).toEqual({ line: 1, bytes: Buffer.alloc(1024, 'x'), tooLong: true });
    expect(splitter.rest()).toEqual([{ line: 2, bytes: Buffer.from('next'), tooLong: false }]);
  });
});
