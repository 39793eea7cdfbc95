/** Decides how a comparison's values can be divided into regions. */
import type { Leaf, Literal } from '../condition';
import { NOW } from '../operators/dates';
import { IS_MISSING } from '../operators/is-missing';

/**
 * `value`, `instant`, `distance`: a fact against literals, instants, or days from now; `pair`, `dates`: against another fact;
 * `single`: nothing of these, so that the comparison is decided anew in each evaluation.
 */
export type Family = 'value' | 'instant' | 'distance' | 'pair' | 'dates' | 'single';

const DAY = 86_400_000;

/** Sums with any clock stay exact below this. */
const MOST_MILLISECONDS = 3e14;

/** The family of a comparison; all of one family on one place share a column. */
export function familyOf({ operator, operand }: Leaf): Family {
  const isDateOrder = operator.name === 'before' || operator.name === 'after';
  if (operand.kind === 'fact') {
    if (operator.name === IS_MISSING || operator.name === 'withinDays') return 'single';
    return isDateOrder ? 'dates' : 'pair';
  }
  const { value } = operand;
  if (isDateOrder) return datesFamily(value);
  if (operator.name !== 'withinDays') return 'value';
  const isExact = !operator.decorators.includes('swap') && itemsOf(value).every(isExactDays);
  return isExact ? 'distance' : 'single';
}

/** Milliseconds from now at which `withinDays` of so many days ends. */
export function distanceOf(days: number): number {
  return days * DAY;
}

function datesFamily(value: Literal): Family {
  if (value === NOW) return 'distance';
  return itemsOf(value).includes(NOW) ? 'single' : 'instant';
}

/** The literals of a right-hand side: itself, or the items of a list. */
export function itemsOf(value: Literal): readonly (string | number | boolean | null)[] {
  return Array.isArray(value) ? (value as readonly (string | number | boolean | null)[]) : [value as string];
}

function isExactDays(item: unknown): boolean {
  if (typeof item !== 'number') return true;
  const milliseconds = distanceOf(item);
  return Number.isInteger(milliseconds) && Math.abs(milliseconds) <= MOST_MILLISECONDS;
}
