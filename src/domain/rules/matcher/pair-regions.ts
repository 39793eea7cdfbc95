/** Divides pairs of values into regions: which is larger, or why they can't be compared. */
import { NOW } from '../operators/dates';
import { NO_REGION } from './row-memory';

const ABSENT = 0;
const UNLIKE = 1;
const NUMBERS = 2;
const TEXTS = 5;
const FLAGS = 7;
const SCALARS = 9;
const DATES = 9;

/** Sets of the regions above. */
const FIRST_LIST_LEFT = 1 << SCALARS;
const FIRST_LIST_RIGHT = 2 << SCALARS;

/** For operators that compare values as they are: a fact with another fact. NO_REGION for two lists, or for a list within one. */
export function pairOfValues(fact: unknown, operand: unknown): number {
  if (fact === undefined || operand === undefined) return ABSENT;
  if (Array.isArray(fact)) return Array.isArray(operand) ? NO_REGION : listRegion(fact, operand, FIRST_LIST_LEFT);
  return Array.isArray(operand) ? listRegion(operand, fact, FIRST_LIST_RIGHT) : pairOfScalars(fact, operand);
}

/** For operators that compare dates with each other; NaN is no date. The text that means now, and lists, have no region. */
export function pairOfDates(fact: unknown, operand: unknown, left: number, right: number): number {
  if (left - right === left - right) return DATES + order(left, right);
  if (fact === undefined || operand === undefined) return ABSENT;
  const isOdd = Array.isArray(fact) || Array.isArray(operand) || fact === NOW || operand === NOW;
  return isOdd ? NO_REGION : UNLIKE;
}

function pairOfScalars(fact: unknown, operand: unknown): number {
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

/** Every operator asks the items one by one and joins the answers: the set of the items' regions decides. */
function listRegion(list: readonly unknown[], other: unknown, first: number): number {
  let set = 0;
  for (let at = 0; at < list.length; at++) {
    const item = list[at];
    const isScalar = typeof item === 'string' || typeof item === 'boolean' || Number.isFinite(item);
    if (!isScalar) return NO_REGION;
    set |= 1 << pairOfScalars(item, other);
  }
  return first + set;
}

function order(a: number, b: number): number {
  if (a === b) return 1;
  return a < b ? 0 : 2;
}
