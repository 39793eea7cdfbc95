/** Decides whether a value is one of several: a fact among listed values, or a value within a list fact. */
import { not, some, type Truth } from '../truth';
import { EQUALITY_TYPES, same } from './equality';
import type { OperatorDefinition } from './operator-definition';

function isAmong(fact: unknown, list: unknown): Truth {
  if (!Array.isArray(list) || list.length === 0) return 'UNKNOWN';
  return some(list, (item) => same(fact, item));
}

/** An empty list fact is known and holds nothing. */
function holds(list: unknown, item: unknown): Truth {
  if (!Array.isArray(list)) return 'UNKNOWN';
  return some(list, (held) => same(held, item));
}

const among = { factTypes: EQUALITY_TYPES, operand: 'list', origin: 'json-rules-engine' } as const;
const within = { factTypes: ['list'], operand: 'item', origin: 'json-rules-engine' } as const;

/** `in`, `notIn`, `contains` and `doesNotContain`. */
export const MEMBERSHIP_OPERATORS: readonly OperatorDefinition[] = [
  {
    ...among,
    name: 'in',
    phrase: 'is one of',
    wish: 'be one of',
    opposite: 'notIn',
    description: 'The fact is one of the listed values.',
    sample: ['starter', 'growth'],
    decide: isAmong,
  },
  {
    ...among,
    name: 'notIn',
    phrase: 'is none of',
    wish: 'be none of',
    opposite: 'in',
    description: 'The fact is known and is none of the listed values.',
    sample: ['starter', 'growth'],
    decide: (fact, list) => not(isAmong(fact, list)),
  },
  {
    ...within,
    name: 'contains',
    phrase: 'contains',
    wish: 'contain',
    opposite: 'doesNotContain',
    description: 'The list holds this value.',
    sample: 'sso',
    decide: holds,
  },
  {
    ...within,
    name: 'doesNotContain',
    phrase: 'does not contain',
    wish: 'not contain',
    opposite: 'contains',
    description: 'The list is known and does not hold this value; so it is with an empty list.',
    sample: 'sso',
    decide: (list, item) => not(holds(list, item)),
  },
];
