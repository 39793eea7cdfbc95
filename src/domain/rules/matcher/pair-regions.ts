/** Divides pairs of values into regions: which is larger, or why they can't be compared. */
import { NOW } from '../operators/dates';
import { instant } from '../operators/instant';
import { NO_REGION } from './row-memory';

const ABSENT = 0;
const UNLIKE = 1;
const NUMBERS = 2;
const TEXTS = 5;
const FLAGS = 8;
const DATES = 11;

/** For operators that compare values as they are: a fact with another fact. */
export function pairOfValues(fact: unknown, operand: unknown): number {
  if (fact === undefined || operand === undefined) return ABSENT;
  if (Array.isArray(fact) || Array.isArray(operand)) return NO_REGION;
  if (typeof fact !== typeof operand) return UNLIKE;
  switch (typeof fact) {
    case 'number':
      return NUMBERS + order(fact, operand as number);
    case 'string':
      return TEXTS + (fact === operand ? 1 : 0);
    case 'boolean':
      return FLAGS + (fact === operand ? 1 : 0);
    default:
      return UNLIKE;
  }
}

/** For operators that compare dates with each other; the text that means now has no region. */
export function pairOfDates(fact: unknown, operand: unknown): number {
  if (fact === undefined || operand === undefined) return ABSENT;
  if (Array.isArray(fact) || Array.isArray(operand) || fact === NOW || operand === NOW) return NO_REGION;
  const left = instant(fact);
  const right = instant(operand);
  return left === null || right === null ? UNLIKE : DATES + order(left, right);
}

function order(a: number, b: number): number {
  if (a === b) return 1;
  return a < b ? 0 : 2;
}
