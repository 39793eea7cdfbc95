/** Reads an RFC 3339 text as a point in time. */

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

const DAY = 86_400_000;

/** Milliseconds since the epoch; null for anything but a timestamp with an explicit offset on a day that exists. */
export function instant(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  if (isUsual(value)) {
    const usual = usualInstant(value);
    if (usual !== null) return usual;
  }
  const parts = RFC_3339.exec(value);
  if (parts === null || !isCalendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return null;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed;
}

/** What Date.parse says, sooner where the text has the form that clocks write; NaN for what is no date. */
export function milliseconds(text: string): number {
  return (isUsual(text) ? usualInstant(text) : null) ?? Date.parse(text);
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the text has the marks of the form that clocks write: 2026-06-01T00:00:00.000Z. */
function isUsual(text: string): boolean {
  return (
    text.length === 24 &&
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    text.charCodeAt(10) === 84 &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58 &&
    text.charCodeAt(19) === 46 &&
    text.charCodeAt(23) === 90
  );
}

/** Null when anything is out of the ordinary, for the slower way to judge: so are the last days of a month, and years before 1000. */
function usualInstant(text: string): number | null {
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const fraction = 10 * twoDigits(text, 20) + digit(text, 22);
  const isOrdinary =
    year >= 1_000 && year <= 9_999 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour < 24 && minute < 60;
  if (!isOrdinary || second >= 60 || fraction > 999) return null;
  return DAY * dayNumber(year, month, day) + 3_600_000 * hour + 60_000 * minute + 1_000 * second + fraction;
}

function twoDigits(text: string, at: number): number {
  return 10 * digit(text, at) + digit(text, at + 1);
}

/** More than any part of a timestamp may be, so that whatever it is added to is refused. */
const NO_DIGIT = 100_000;

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at) - 48;
  return code >= 0 && code <= 9 ? code : NO_DIGIT;
}

/** Days since 1970-01-01 in the Gregorian calendar, counting years from March so that the leap day comes last. In whole numbers throughout. */
function dayNumber(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1;
  const leapDays = (from >> 2) - ((from / 100) | 0) + ((from / 400) | 0);
  const dayOfYear = (((153 * ((month + 9) % 12) + 2) / 5) | 0) + day - 1;
  return 365 * from + leapDays + dayOfYear - 719_468;
}
