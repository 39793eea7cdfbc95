/** Counts whole days between two moments. */
import { milliseconds } from '../rules/operators/instant';

/** Milliseconds of a day; days are 24 hours, calendars and summer time play no part. */
export const DAY_MS = 86_400_000;

/** Whole days that have passed since `then`; negative when it lies ahead. NaN when the text is no date. */
export function daysSince(then: string, now: number): number {
  return Math.floor((now - milliseconds(then)) / DAY_MS);
}

/** Days that remain until `then`, a begun day counted whole; negative when it has passed. NaN when the text is no date. */
export function daysUntil(then: string, now: number): number {
  return Math.ceil((milliseconds(then) - now) / DAY_MS) + 0;
}
