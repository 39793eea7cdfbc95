/** Decides which of two numbers is larger; anything but finite numbers is not compared. */
import { truthOf } from '../truth';
import type { OperatorDefinition } from './operator-definition';

type Named = Pick<OperatorDefinition, 'name' | 'opposite' | 'description'>;

function relational(
  named: Named,
  wish: string,
  holds: (fact: number, operand: number) => boolean,
): OperatorDefinition {
  return {
    ...named,
    phrase: wish.replace('be', 'is'),
    wish,
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
  relational(
    { name: 'lessThan', opposite: 'greaterThanInclusive', description: 'The number is below this one.' },
    'be less than',
    (a, b) => a < b,
  ),
  relational(
    { name: 'lessThanInclusive', opposite: 'greaterThan', description: 'The number is this one or below.' },
    'be at most',
    (a, b) => a <= b,
  ),
  relational(
    { name: 'greaterThan', opposite: 'lessThanInclusive', description: 'The number is above this one.' },
    'be more than',
    (a, b) => a > b,
  ),
  relational(
    { name: 'greaterThanInclusive', opposite: 'lessThan', description: 'The number is this one or above.' },
    'be at least',
    (a, b) => a >= b,
  ),
];
