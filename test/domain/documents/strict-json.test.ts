/** JSON that readers disagree about is refused, with its place. */
import fc from 'fast-check';
import { losesDigits } from '../../../src/domain/documents/lost-digits';
import { parseJsonStrictly } from '../../../src/domain/documents/strict-json';

const problems = (text: string) => {
  const read = parseJsonStrictly(text);
  return 'problems' in read ? read.problems.map(({ code, pointer }) => `${code} ${pointer}`) : [];
};

const refused: [string, string, string[]][] = [
  ['nothing', '', ['JSON_SYNTAX ']],
  ['a comma too many', '{"a":[1,]}', ['JSON_SYNTAX ']],
  ['single quotes', "{'a':1}", ['JSON_SYNTAX ']],
  ['a comment', '{"a":1} // x', ['JSON_SYNTAX ']],
  ['two documents', '{} {}', ['JSON_SYNTAX ']],
  ['NaN', '[NaN]', ['JSON_SYNTAX ']],
  ['a leading zero', '[01]', ['JSON_SYNTAX ']],
  ['a byte order mark', '\ufeff{}', ['BYTE_ORDER_MARK ']],
  ['a member twice', '{"x":{"a":1,"a":1}}', ['DUPLICATE_MEMBER /x/a']],
  ['a member twice, once escaped', '{"a":1,"\\u0061":2}', ['DUPLICATE_MEMBER /a']],
  ['a name of JavaScript', '{"x":[{"__proto__":{}}]}', ['FORBIDDEN_NAME /x/0/__proto__']],
  ['a name of JavaScript, escaped', '{"\\u005f_proto__":1}', ['FORBIDDEN_NAME /__proto__']],
  [
    'a constructor',
    '{"constructor":{"prototype":1}}',
    ['FORBIDDEN_NAME /constructor', 'FORBIDDEN_NAME /constructor/prototype'],
  ],
  ['a raw line end in a text', '{"a":"x\ny"}', ['CONTROL_CHARACTER /a']],
  ['NUL', '{"a":"\\u0000"}', ['CONTROL_CHARACTER /a']],
  ['half a surrogate pair', '{"a":"\\ud800"}', ['CONTROL_CHARACTER /a']],
  ['a zero-width name', '{"a\u200bb":1}', ['INVISIBLE_CHARACTER /a\u200bb']],
  ['a zero-width fact', '{"fact":"pl\u200ban"}', ['INVISIBLE_CHARACTER /fact']],
  ['lost digits', '{"a/b":9007199254740993}', ['NUMBER_OUT_OF_RANGE /a~1b']],
  ['an overflow', '[1e400]', ['NUMBER_OUT_OF_RANGE /0']],
  ['a fraction that vanishes', '[1e-400]', ['NUMBER_OUT_OF_RANGE /0']],
  ['a text too long', `["${'x'.repeat(5000)}"]`, ['STRING_TOO_LONG /0']],
  ['a list too long', JSON.stringify(Array(1001).fill(1)), ['TOO_LARGE ']],
  ['depth', '['.repeat(41) + ']'.repeat(41), ['TOO_DEEP ']],
  ['depth that would break a parser', '['.repeat(100_000), ['TOO_DEEP ']],
  ['more than 256 kB', `"${'é'.repeat(140_000)}"`, ['TEXT_TOO_LONG ']],
];

test.each(refused)('%s is refused', (_, text, findings) => {
  expect(problems(text)).toEqual(findings);
});

test('a syntax error says line and column', () => {
  expect(parseJsonStrictly('{\n  "a": ?\n}')).toMatchObject({
    problems: [{ message: expect.stringContaining('(2:8)') }],
  });
});

test('everything is found in one go', () => {
  expect(problems('{"a":1,"a":1e999,"__proto__":9007199254740993}')).toHaveLength(4);
});

test('-0 is 0, and brackets in texts do not nest', () => {
  expect(parseJsonStrictly('[-0]')).toEqual({ value: [0] });
  expect(Object.is((parseJsonStrictly('[-0]') as { value: number[] }).value[0], 0)).toBe(true);
  expect(parseJsonStrictly(JSON.stringify('[{"'.repeat(100)))).toEqual({ value: '[{"'.repeat(100) });
});

test('what is read is what JSON.parse reads', () => {
  const isPlain = (text: string) => !/__proto__|constructor|prototype|\\u|\p{C}/u.test(text);
  fc.assert(
    fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }).filter(isPlain), (text) => {
      const read = parseJsonStrictly(text);
      if ('value' in read) expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

test('a whole number keeps its digits exactly when it is the shortest text of a double', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (whole) => {
      expect(losesDigits(String(whole))).toBe(!isShortest(whole));
    }),
  );
});

/** Whether the text of the double has the very same value. */
const isShortest = (whole: bigint): boolean => {
  const [mantissa = '', exponent = '0'] = Number(whole).toString().split('e');
  const digits = mantissa.replace('.', '');
  const shift = Number(exponent) - (mantissa.split('.')[1]?.length ?? 0);
  return shift >= 0 && BigInt(digits) * 10n ** BigInt(shift) === whole;
};

test.each(['0.1', '1.50', '100', '1e2', '1E+2', '5e-324', '0.0', '-0', '1.7976931348623157e308'])(
  '%s keeps its digits',
  (literal) => {
    expect(losesDigits(literal)).toBe(false);
  },
);

test.each(['0.1000000000000000055', '9007199254740993', '1e309', '123456789012345678901'])(
  '%s does not',
  (literal) => {
    expect(losesDigits(literal)).toBe(true);
  },
);
