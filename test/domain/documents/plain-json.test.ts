/** What reads back to itself is read at once; everything that could hide something is left to the syntax tree. */
import { evaluate, parse } from '@humanwhocodes/momoa';
import fc from 'fast-check';
import { plainJson } from '../../../src/domain/documents/plain-json';

test.each([
  ['a member twice', '{"a":1,"a":1}'],
  ['a member twice, once escaped', '{"a":1,"\\u0061":1}'],
  ['lost digits', '[9007199254740993]'],
  ['an overflow', '[1e400]'],
  ['-0', '[-0]'],
  ['a number written in another way', '[1.0]'],
  ['a sign written in another way', '["\\/"]'],
  ['half a surrogate pair', '["\ud800"]'],
  ['a member that JavaScript would move to the front', '{"b":1,"1":2}'],
  ['a byte order mark', '\ufeff{}'],
  ['something behind the end', '{} {}'],
  ['no JSON', '{'],
  ['a raw line end in a text', '["a\nb"]'],
])('%s is not plain', (_, text) => {
  expect(plainJson(text)).toBeNull();
});

test.each([
  ['quotes and backslashes', ['"', '\\', '\\" x', 'a\\\\ b', '\\\\" c', ' d'], 2],
  ['spaces in texts and names', { ' a ': '  ', b: '\t\n' }, 3],
  ['nothing', null, 0],
])('%s are plain', (_, value, indent) => {
  expect(plainJson(JSON.stringify(value, null, indent))).toEqual({ value });
});

test('what is plain says the same as its syntax tree, however it is spaced or damaged', () => {
  const spaced = fc
    .tuple(fc.jsonValue(), fc.nat(4), fc.constantFrom('', ' \r\n\t'))
    .map(([value, indent, edge]) => edge + JSON.stringify(value, null, indent) + edge);
  const signs = fc.constantFrom('', ' ', '"', '\\', '0', '-', ',', '{', ']', '\\"', '"a":1,', '\u0000');
  let plain = 0;
  fc.assert(
    fc.property(spaced, fc.option(fc.tuple(fc.nat(200), fc.nat(2), signs)), (text, damage) => {
      const [at, lost, sign] = damage ?? [0, 0, ''];
      const from = at % (text.length + 1);
      const read = text.slice(0, from) + sign + text.slice(from + lost);
      const found = plainJson(read);
      if (found === null) return;
      plain += 1;
      expect(evaluate(parse(read, { mode: 'json' }))).toEqual(found.value);
    }),
    { numRuns: 2_000 },
  );
  expect(plain).toBeGreaterThan(200);
});
