/** Turns an operator with its decorators into one function. */
import { every, not, some, type Truth } from '../truth';
import { OPERATORS } from './operator-catalogue';
import type { Decorator, OperatorExpression } from './operator-expression';

/** Compares a fact with an operand; `now` is the clock in milliseconds. A side of the wrong type yields UNKNOWN. */
export type Decide = (fact: unknown, operand: unknown, now: number) => Truth;

/** Throws for an operator that does not exist, which parsing refuses. */
export function compileOperator(expression: OperatorExpression): Decide {
  const operator = OPERATORS.get(expression.name);
  if (operator === undefined) throw new Error(`\`${expression.name}\` is not an operator.`);
  return expression.decorators.reduceRight<Decide>(
    (next, decorator) => decorate(decorator, next),
    operator.decide,
  );
}

function decorate(decorator: Decorator, next: Decide): Decide {
  switch (decorator) {
    case 'not':
      return (fact, operand, now) => not(next(fact, operand, now));
    case 'swap':
      return (fact, operand, now) => next(operand, fact, now);
    case 'someFact':
      return (fact, operand, now) => over(fact, some, (item) => next(item, operand, now));
    case 'everyFact':
      return (fact, operand, now) => over(fact, every, (item) => next(item, operand, now));
    case 'someValue':
      return (fact, operand, now) => over(operand, some, (item) => next(fact, item, now));
    case 'everyValue':
      return (fact, operand, now) => over(operand, every, (item) => next(fact, item, now));
  }
}

/** An empty list has no item to speak for it: unknown, though json-rules-engine calls `every` of nothing true. */
function over(list: unknown, quantifier: typeof some, truth: (item: unknown) => Truth): Truth {
  return Array.isArray(list) && list.length > 0 ? quantifier<unknown>(list, truth) : 'UNKNOWN';
}
