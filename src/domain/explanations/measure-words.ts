/** Writes values of facts for a person: numbers with their unit, dates by the day, lists that end. */
import { inWords } from '../changes/value-words';
import { instant } from '../rules/operators/instant';

const RATIO = 'ratio';
const MOST_ITEMS = 8;
const MOST_DIGITS = 9;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Made once: a format costs a hundred times what using it does. */
const FORMATS = Array.from(
  { length: MOST_DIGITS + 1 },
  (_, digits) => new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }),
);

/** "84 %", "4,800 messages", "1 day": a ratio in percent; `digits` after the point at most, 0 to 9; default: all of them. */
export function measured(value: number, unit: string | undefined, digits = MOST_DIGITS): string {
  const shown = unit === RATIO ? value * 100 : value;
  const figure = FORMATS[digits]?.format(shown) ?? String(shown);
  if (unit === undefined) return figure;
  if (unit === RATIO) return `${figure} %`;
  return `${figure} ${figure === '1' ? unit.replace(/s$/, '') : unit}`;
}

/** As few digits after the point as tell a number apart from the one it is held against. */
export function digitsApart(value: number, mark: number, unit: string | undefined): number {
  let digits = unit === RATIO ? 1 : 2;
  const told = measured(mark, unit);
  while (digits < MOST_DIGITS && value !== mark && measured(value, unit, digits) === told) digits += 1;
  return digits;
}

/** Any value of a fact or a literal; of a long list the first eight items. */
export function valueInWords(value: unknown, unit: string | undefined, digits = MOST_DIGITS): string {
  if (typeof value === 'number') return measured(value, unit, digits);
  if (typeof value === 'string') return instant(value) === null ? inWords(value) : dayInWords(value);
  if (!Array.isArray(value)) return inWords(value);
  const shown = value.slice(0, MOST_ITEMS).map((item) => valueInWords(item, unit, digits));
  const more = value.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ') || 'nothing';
}

/** "2026-06-01", or with the time of day in UTC where it is not midnight. */
function dayInWords(timestamp: string): string {
  const text = new Date(timestamp).toISOString();
  const time = text.slice(11, 16);
  return time === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}

/** A span of milliseconds in its largest fitting unit, a begun one counted whole: "3 days", "5 hours". */
export function spanInWords(milliseconds: number): string {
  if (milliseconds >= DAY_MS) return measured(Math.ceil(milliseconds / DAY_MS), 'days');
  if (milliseconds >= HOUR_MS) return measured(Math.ceil(milliseconds / HOUR_MS), 'hours');
  return measured(Math.max(1, Math.ceil(milliseconds / MINUTE_MS)), 'minutes');
}
