/** Decides where a date lies: before or after another, or within some days of now. */
import { truthOf, type Truth } from '../truth';
import { instant } from './instant';
import type { OperatorDefinition } from './operator-definition';

/** The literal that stands for the clock of the evaluation. */
export const NOW = 'now';

const DAY = 86_400_000;

function compareDates(
  fact: unknown,
  operand: unknown,
  now: number,
  holds: (a: number, b: number) => boolean,
): Truth {
  const left = fact === NOW ? now : instant(fact);
  const right = operand === NOW ? now : instant(operand);
  return left === null || right === null ? 'UNKNOWN' : truthOf(holds(left, right));
}

/** Both ends are inclusive. */
function isWithinDays(fact: unknown, days: unknown, now: number): Truth {
  const at = instant(fact);
  if (at === null || typeof days !== 'number' || !Number.isFinite(days)) return 'UNKNOWN';
  const end = now + days * DAY;
  return truthOf(at >= Math.min(now, end) && at <= Math.max(now, end));
}

const shared = { factTypes: ['date'], origin: 'own' } as const;

/** `before`, `after` and `withinDays`. */
export const DATE_OPERATORS: readonly OperatorDefinition[] = [
  {
    ...shared,
    operand: 'date',
    name: 'before',
    phrase: 'is before',
    wish: 'be before',
    description: 'The date lies before an RFC 3339 timestamp, another date, or "now".',
    sample: '2026-06-01T00:00:00Z',
    decide: (fact, operand, now) => compareDates(fact, operand, now, (a, b) => a < b),
  },
  {
    ...shared,
    operand: 'date',
    name: 'after',
    phrase: 'is after',
    wish: 'be after',
    description: 'The date lies after an RFC 3339 timestamp, another date, or "now".',
    sample: '2026-06-01T00:00:00Z',
    decide: (fact, operand, now) => compareDates(fact, operand, now, (a, b) => a > b),
  },
  {
    ...shared,
    operand: 'days',
    name: 'withinDays',
    phrase: 'is within days',
    wish: 'be within',
    description: 'n above 0: from now to n days ahead; n below 0: from n days ago to now; ends included.',
    sample: 30,
    decide: isWithinDays,
  },
];
