import * as fc from 'fast-check';
import { OPERATORS } from '../../../../src/domain/rules/operators/operator-catalogue';
import { DECORATORS } from '../../../../src/domain/rules/operators/operator-expression';
import { parseOperator } from '../../../../src/domain/rules/operators/parse-operator';

it.each([...OPERATORS.keys()])('reads %s', (name) => {
  expect(parseOperator(name)).toEqual({ expression: { decorators: [], name } });
});

it.each(DECORATORS)('reads the decorator %s', (decorator) => {
  expect(parseOperator(`${decorator}:equal`)).toEqual({
    expression: { decorators: [decorator], name: 'equal' },
  });
});

it('reads up to three decorators, outermost first', () => {
  expect(parseOperator('not:someFact:swap:in')).toEqual({
    expression: { decorators: ['not', 'someFact', 'swap'], name: 'in' },
  });
  expect(parseOperator('not:not:not:not:equal')).toEqual({
    message: 'An operator takes at most 3 decorators.',
    hint: null,
  });
});

it.each([
  ['equals', '`equals` is not an operator.', 'Did you mean `equal`?'],
  ['equal ', '`equal ` is not an operator.', 'Did you mean `equal`?'],
  [' equal', '` equal` is not an operator.', 'Did you mean `equal`?'],
  ['Equal', '`Equal` is not an operator.', 'Did you mean `equal`?'],
  ['greatherThen', '`greatherThen` is not an operator.', 'Did you mean `greaterThan`?'],
  ['ismissing', '`ismissing` is not an operator.', 'Did you mean `isMissing`?'],
  ['', '`` is not an operator.', null],
  ['__proto__', '`__proto__` is not an operator.', null],
  ['constructor', '`constructor` is not an operator.', null],
  ['equal:', '`` is not an operator.', null],
  ['somefact:equal', '`somefact` is not a decorator.', 'Did you mean `someFact`?'],
  ['some fact:equal', '`some fact` is not a decorator.', 'Did you mean `someFact`?'],
  [
    ':equal',
    '`` is not a decorator.',
    'The decorators are someFact, someValue, everyFact, everyValue, swap, not.',
  ],
  [
    'caseInsensitive:equal',
    '`caseInsensitive` is not a decorator.',
    'The decorators are someFact, someValue, everyFact, everyValue, swap, not.',
  ],
  [
    'equal:equal',
    '`equal` is not a decorator.',
    'The decorators are someFact, someValue, everyFact, everyValue, swap, not.',
  ],
])('refuses %j', (text, message, hint) => {
  expect(parseOperator(text)).toEqual({ message, hint });
});

it('takes not in front of isMissing, and nothing else', () => {
  expect(parseOperator('not:isMissing')).toHaveProperty('expression');
  for (const decorator of DECORATORS.filter((one) => one !== 'not')) {
    expect(parseOperator(`${decorator}:isMissing`)).toHaveProperty('message');
  }
});

it('takes nothing that is not spelled out of exact names', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseOperator(text);
      const exact = text.split(':').every((part) => OPERATORS.has(part) || DECORATORS.includes(part as never));
      expect('expression' in parsed && !exact).toBe(false);
    }),
  );
});
