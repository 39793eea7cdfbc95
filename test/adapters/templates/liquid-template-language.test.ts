import * as fc from 'fast-check';
import { liquidTemplateLanguage } from '../../../src/adapters/templates/liquid-template-language';
import { EN_US, read, render } from './render-template';

const SHAPE = 'Write {{ usage.seats.used }} or {{ usage.seats.ratio | percent }}.';

describe('placeholders', () => {
  it.each([
    '{{usage.seats.used}}',
    '{{ usage.manual-exports.used }}',
    '{{ usage.api_calls.ratio | percent }}',
    '{{ usage.2fa.used }}',
    '{{ plan.name}}',
    '{{feature}}',
    '{{ now | date }}',
    '{{\n price.difference |money }}',
  ])('are dotted names: %j', (source) => {
    const name = source.replace(/[{}\s]|\|.*/g, '');
    expect(read(source).placeholders).toEqual([name]);
  });

  it('are listed once each, in order of first mention', () => {
    expect(read('{{b}} of {{a}}, {{ b | number }} {{c.d}}').placeholders).toEqual(['b', 'a', 'c.d']);
  });

  it('take their value by the whole dotted name, not by walking into objects', () => {
    expect(render('{{a.b}}', { 'a.b': 'flat', a: { b: 'nested' } })).toBe('flat');
    expect(render('{{a.b}}', { a: { b: 'nested' } })).toBeNull();
    expect(render('{{constructor.name}}', {})).toBeNull();
    expect(render('{{a.size}}', { a: [1, 2] })).toBeNull();
  });

  it('leave no half sentence: one missing value, no text', () => {
    expect(render('You have {{a}} of {{b}}', { a: 1 })).toBeNull();
    expect(render('You have {{a}} of {{b}}', { a: 1, b: 2 })).toBe('You have 1 of 2');
  });

  it('are not needed', () => {
    expect(render('See Growth', {})).toBe('See Growth');
    expect(render('', {})).toBe('');
  });
});

describe('what is no placeholder is refused', () => {
  it.each([
    '{% if a %}x{% endif %}',
    '{% assign a = 1 %}',
    '{% raw %}{{a}}{% endraw %}',
    '{% include "x" %}',
    '{% liquid echo a %}',
    '{% # comment %}',
    '{% unknown',
    '{{ "text" }}',
    "{{ 'text' | number }}",
    '{{ 5 }}',
    '{{ true }}',
    '{{ nil }}',
    '{{ empty }}',
    '{{ (1..3) }}',
    '{{ a[0] }}',
    '{{ a["b"] }}',
    '{{ a[b] }}',
    '{{ [a] }}',
    '{{ a == b }}',
    '{{ a and b }}',
    '{{ not a }}',
    '{{ a b }}',
    '{{ a.b. }}',
    '{{ a..b }}',
    '{{ .a }}',
    '{{ a.* }}',
    '{{ a() }}',
    '{{ a + 1 }}',
    '{{ a ? b : c }}',
    '{{ }}',
    '{{ a',
    '{{ {{ a }} }}',
    'a }} b',
    '{{- a -}}',
    '{{ a | number | percent }}',
    '{{ a | number: 2 }}',
    '{{ a | | number }}',
    '{{ a || b }}',
  ])('%s', (source) => {
    expect(liquidTemplateLanguage.read(source)).toEqual({
      problem: { message: expect.stringMatching(/\.$/) as string, hint: expect.any(String) as string },
    });
  });

  it.each([
    ['{{ a | percnt }}', '`percnt` is not a filter.', 'Did you mean `percent`?'],
    ['{{ a | Money }}', '`Money` is not a filter.', 'Did you mean `money`?'],
    ['{{ a | day }}', '`day` is not a filter.', 'Did you mean `days` or `date`?'],
    ['{{ a | upcase }}', '`upcase` is not a filter.', 'The filters are percent, number, money, date, days.'],
    ['{{ a | }}', '`{{ a | }}` names no filter.', 'The filters are percent, number, money, date, days.'],
    ['{% if a %}', '`{% if a %}` is a tag, and tags do nothing here.', SHAPE],
    ['{{ a', 'The text is not a template: output "{{ a" not closed.', SHAPE],
    ['{{ a[0] }}', '`{{ a[0] }}` is not a dotted name.', SHAPE],
  ])('%s, with words that help', (source, message, hint) => {
    expect(liquidTemplateLanguage.read(source)).toEqual({ problem: { message, hint } });
  });

  it('whatever is thrown at it: reading never fails', () => {
    const pieces = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      ' a.b ',
      '|',
      'money',
      '"',
      "'",
      '[',
      '(',
      '-',
      '\n',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((list) => list.join('')),
        ),
        (source) => {
          const found = liquidTemplateLanguage.read(source);
          if ('problem' in found) expect(found.problem.message).not.toBe('');
          else if (found.template.placeholders.length === 0) expect(render(source, {})).toBe(source);
          else expect(found.template.render(new Map(), EN_US)).toBeNull();
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
