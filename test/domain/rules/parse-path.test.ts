import * as fc from 'fast-check';
import { parsePath } from '../../../src/domain/rules/parse-path';

it.each([
  ['$.amount', ['amount']],
  ['$.mrr.amount', ['mrr', 'amount']],
  ["$['odd.key']", ['odd.key']],
  ["$.mrr['odd key'].x_1", ['mrr', 'odd key', 'x_1']],
  ["$['0']", ['0']],
  ["$['naïve-ключ']", ['naïve-ключ']],
  ['$.__proto__', ['__proto__']],
])('reads %s', (text, path) => {
  expect(parsePath(text)).toEqual({ path });
});

it.each([
  '',
  '$',
  '$.',
  '$..a',
  '$.a.',
  '$.*',
  '$[*]',
  "$['*']",
  '$[0]',
  '$.a[0]',
  '$.a[0:1]',
  '$.a[?(@.b > 1)]',
  '$[(@.length-1)]',
  '$.a^',
  "$['^']",
  '$.a~',
  '$.a@number()',
  '$["a"]',
  "$['a",
  "$['']",
  "$['\\u0070lan']",
  "$['a'b']",
  "$['a','b']",
  '$.a b',
  '$.a\n',
  '$ .a',
  ' $.a',
  'a',
  'a.b',
  '@.a',
  '__proto__',
  '$.1a',
  '$.a-b',
  "$['`parent`']",
])('refuses %j', (text) => {
  expect(parsePath(text)).toEqual({ message: expect.stringMatching(/^The path .+\.$/) as string });
});

it('says where it stops understanding', () => {
  expect(parsePath('$.usage[*].value')).toEqual({
    message:
      'The path is not understood at "[*].value": only steps such as `.amount` and `[\'odd.key\']` are.',
  });
});

it('reads back every path it takes, and never fails', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(fc.string()).map(quoted)), (text) => {
      const parsed = parsePath(text);
      if ('path' in parsed) expect(parsePath(quoted(parsed.path))).toEqual(parsed);
      else expect(parsed.message).not.toBe('');
    }),
  );
});

function quoted(path: readonly string[]): string {
  return `$${path.map((member) => `['${member}']`).join('')}`;
}
