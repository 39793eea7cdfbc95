/** Reckons with UTC days written as YYYY-MM-DD; they compare as texts. */
import type { Timestamp } from '../accounts/account';

/** The UTC day of a normalised timestamp. */
export const dayOf = (at: Timestamp): string => at.slice(0, 10);

/** The first millisecond of a day. */
export const startOfDay = (day: string): Timestamp => `${day}T00:00:00.000Z`;

/** The day `count` days later; negative counts go back. */
export const plusDays = (day: string, count: number): string =>
  new Date(Date.parse(startOfDay(day)) + count * 86_400_000).toISOString().slice(0, 10);

/** The first day of a day's month. */
export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/** The same day one month earlier, held at that month's last: 31 March gives 28 or 29 February. */
export function sameDayLastMonth(day: string): string {
  const lastOfPrevious = plusDays(firstOfMonth(day), -1);
  return lastOfPrevious.slice(8) < day.slice(8)
    ? lastOfPrevious
    : `${lastOfPrevious.slice(0, 7)}-${day.slice(8)}`;
}
