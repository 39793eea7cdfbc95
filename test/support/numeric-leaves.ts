/** Comparisons of one number, to hold what checks say of them against what the operators do. */
import fc from 'fast-check';
import type { LeafDocument } from '../../src/domain/documents/kinds/condition-schema';
import { OPERATORS } from '../../src/domain/rules/operators/operator-catalogue';

/** Numbers below, on, between and above every literal of `numericLeaf`. */
export const CANDIDATES: readonly number[] = Array.from({ length: 41 }, (_, i) => (i - 10) / 4);

/** A comparison with a whole number from 0 to 4. */
export const numericLeaf = fc.record({
  fact: fc.constant('n'),
  operator: fc.constantFrom(
    'equal',
    'notEqual',
    'lessThan',
    'lessThanInclusive',
    'greaterThan',
    'greaterThanInclusive',
  ),
  value: fc.integer({ min: 0, max: 4 }),
});

/** Whether the comparison is true of a number. */
export function holds({ operator, value }: LeafDocument, fact: number): boolean {
  return OPERATORS.get(operator)?.decide(fact, value, 0) === 'TRUE';
}
