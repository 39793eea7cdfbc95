/** Decides whether two single values are the same: strictly, never across types. */
import type { FactType } from '../../documents/kinds/fact-document';
import { not, truthOf, type Truth } from '../truth';
import type { OperatorDefinition } from './operator-definition';

/** Fact types that may be compared for equality: floats and dates may not, since their texts differ for one value. */
export const EQUALITY_TYPES: readonly FactType[] = ['string', 'integer', 'boolean'];

/** Whether both are the same text, finite number or flag; UNKNOWN when they differ in type or are none of these. */
export function same(fact: unknown, operand: unknown): Truth {
  if (typeof fact !== typeof operand || !isScalar(fact) || !isScalar(operand)) return 'UNKNOWN';
  return truthOf(fact === operand);
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

const shared = { factTypes: EQUALITY_TYPES, operand: 'any', origin: 'json-rules-engine' } as const;

/** `equal` and `notEqual`. */
export const EQUALITY_OPERATORS: readonly OperatorDefinition[] = [
  {
    ...shared,
    name: 'equal',
    phrase: 'is',
    wish: 'be',
    opposite: 'notEqual',
    description: 'The fact is exactly this value; text is compared with regard to case.',
    sample: 'starter',
    decide: same,
  },
  {
    ...shared,
    name: 'notEqual',
    phrase: 'is not',
    wish: 'not be',
    opposite: 'equal',
    description: 'The fact is known and is another value.',
    sample: 'starter',
    decide: (fact, operand) => not(same(fact, operand)),
  },
];
