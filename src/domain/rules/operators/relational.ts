/** Decides which of two numbers is larger; anything but finite numbers is not compared. */
import { truthOf } from '../truth';
import type { OperatorDefinition } from './operator-definition';

function relational(
  name: string,
  phrase: string,
  description: string,
  holds: (fact: number, operand: number) => boolean,
): OperatorDefinition {
  return {
    name,
    phrase,
    description,
    factTypes: ['integer', 'number'],
    operand: 'number',
    origin: 'json-rules-engine',
    sample: 5,
    decide: (fact, operand) =>
      isNumber(fact) && isNumber(operand) ? truthOf(holds(fact, operand)) : 'UNKNOWN',
  };
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** `lessThan`, `lessThanInclusive`, `greaterThan` and `greaterThanInclusive`. */
export const RELATIONAL_OPERATORS: readonly OperatorDefinition[] = [
  relational('lessThan', 'is less than', 'The number is below this one.', (a, b) => a < b),
  relational('lessThanInclusive', 'is at most', 'The number is this one or below.', (a, b) => a <= b),
  relational('greaterThan', 'is more than', 'The number is above this one.', (a, b) => a > b),
  relational('greaterThanInclusive', 'is at least', 'The number is this one or above.', (a, b) => a >= b),
];
