/** Says where calendar months, quarters and years begin and end, in UTC. */

/** The periods that caps are counted over. */
export type CapPeriod = 'month' | 'quarter' | 'year';

const MONTHS: Readonly<Record<CapPeriod, number>> = { month: 1, quarter: 3, year: 12 };

/** The period that contains a moment, in milliseconds: `start` inclusive, `end` exclusive. */
export function calendarPeriod(
  period: CapPeriod,
  now: number,
): { readonly start: number; readonly end: number } {
  const date = new Date(now);
  const length = MONTHS[period];
  const first = Math.floor(date.getUTCMonth() / length) * length;
  const year = date.getUTCFullYear();
  return { start: Date.UTC(year, first), end: Date.UTC(year, first + length) };
}

/** The calendar month of a moment in milliseconds, `YYYY-MM`. */
export function monthOf(now: number): string {
  return new Date(now).toISOString().slice(0, 'YYYY-MM'.length);
}

/** Whether a moment lies in the period that contains `now`. */
export function isInPeriod(period: CapPeriod, at: string, now: number): boolean {
  const { start, end } = calendarPeriod(period, now);
  const moment = Date.parse(at);
  return start <= moment && moment < end;
}
