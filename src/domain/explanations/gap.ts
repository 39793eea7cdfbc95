/** Measures how far the value of a fact is from what a condition wants of it. */
import { instant } from '../rules/operators/instant';
import { NOW } from '../rules/operators/dates';
import { digitsApart, measured, spanInWords } from './measure-words';

const DAY_MS = 86_400_000;

/** A way to go, in the unit of the fact (dates: days), and how a person says it. */
export interface Gap {
  readonly distance: number;
  readonly words: string;
}

/** Both sides of a comparison that does not hold, under the operator that would have to. */
export interface Miss {
  readonly operator: string;
  readonly actual: unknown;
  readonly expected: unknown;
  readonly unit: string | undefined;
  /** The clock, in milliseconds since the epoch. */
  readonly now: number;
}

/** null where nothing can be measured: texts, flags, lists. */
export function gapOf(miss: Miss): Gap | null {
  const { actual, expected } = miss;
  if (typeof actual === 'number' && typeof expected === 'number') {
    return miss.operator === 'withinDays' ? null : numberGap(miss, actual, expected);
  }
  return dateGap(miss);
}

function numberGap({ operator, unit }: Miss, actual: number, expected: number): Gap | null {
  const far = Math.abs(expected - actual);
  switch (operator) {
    case 'greaterThanInclusive':
      return gap(far, unit, 'short');
    case 'greaterThan':
      return strictGap(actual, expected, unit, 'short');
    case 'lessThanInclusive':
      return gap(far, unit, 'over');
    case 'lessThan':
      return strictGap(actual, expected, unit, 'over');
    case 'equal':
      return gap(far, unit, 'off');
    default:
      return null;
  }
}

/** Whole numbers have a next one to reach; of others the mark itself is just not enough. */
function strictGap(actual: number, expected: number, unit: string | undefined, word: string): Gap {
  const far = Math.abs(expected - actual);
  const isWhole = Number.isInteger(actual) && Number.isInteger(expected) && unit !== 'ratio';
  if (isWhole) return gap(far + 1, unit, word);
  return far === 0 ? { distance: 0, words: 'exactly at the mark' } : gap(far, unit, word);
}

/** A binary fraction next to the figure people would compute is that figure. */
function gap(distance: number, unit: string | undefined, word: string): Gap {
  const exact = Number(distance.toPrecision(12));
  return { distance: exact, words: `${measured(exact, unit, digitsApart(exact, 0, unit))} ${word}` };
}

function dateGap({ operator, actual, expected, now }: Miss): Gap | null {
  const at = actual === NOW ? now : instant(actual);
  if (at === null) return null;
  if (operator === 'withinDays') return windowGap(at, expected, now);
  const mark = expected === NOW ? now : instant(expected);
  if (mark === null) return null;
  if (operator === 'before') return late(at - mark);
  return operator === 'after' ? early(mark - at) : null;
}

function windowGap(at: number, days: unknown, now: number): Gap | null {
  if (typeof days !== 'number') return null;
  const end = now + days * DAY_MS;
  if (at > Math.max(now, end)) return late(at - Math.max(now, end));
  return at < Math.min(now, end) ? early(Math.min(now, end) - at) : null;
}

function late(span: number): Gap {
  return { distance: span / DAY_MS, words: `${spanInWords(span)} too late` };
}

function early(span: number): Gap {
  return { distance: span / DAY_MS, words: `${spanInWords(span)} too early` };
}
