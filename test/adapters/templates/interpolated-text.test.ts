import * as fc from 'fast-check';
import { render } from './render-template';

describe('interpolated text', () => {
  it.each([
    ['<script>alert("1")</script>', '‹script›alert(”1”)‹/script›'],
    ["O'Neill & Sons", 'O’Neill & Sons'],
    ['a\u0000b\u0007\r\n\tc\u007f\u0085d', 'abcd'],
    ['evil\u202Etxt.exe\u2066x\u2069\u200F\u061C', 'eviltxt.exex'],
    ['two\u2028lines', 'twolines'],
    ['half \ud800 a pair', 'half  a pair'],
    ['Zoë 🚀 日本', 'Zoë 🚀 日本'],
    ['{{ account.name }}', '{{ account.name }}'],
    ['{% raw %}', '{% raw %}'],
    ['$& $1', '$& $1'],
  ])('%j is made safe', (value, text) => {
    expect(render('Hello {{x}}!', { x: value })).toBe(`Hello ${text}!`);
    expect(render('{{x}}', { x: [value] })).toBe(text);
  });

  it('never holds a character that could open a tag, an attribute or a direction', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(render('{{x}}', { x: value })).not.toMatch(/[<>"'\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  it('leaves the literal text of the document alone', () => {
    expect(render('It\'s "here" & <b>', {})).toBe('It\'s "here" & <b>');
  });
});
