/** Defines the filters a placeholder may use: how one value becomes words. */
import type { FactValue } from '../../domain/rules/fact-set';
import { instant } from '../../domain/rules/operators/instant';
import { cleanText } from './clean-text';
import type { LocaleFormats } from './locale-formats';

/** Turns a value into text; null when the value is not of the kind the filter is for. */
export type Filter = (value: FactValue, formats: LocaleFormats) => string | null;

/** Filters by name. */
export const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['percent', percent],
  ['number', (value, formats) => (isNumber(value) ? formats.number(value) : null)],
  ['money', money],
  ['date', date],
  ['days', (value, formats) => (isNumber(value) ? formats.days(value) : null)],
]);

/** A value without a filter: numbers and flags as they are, text made safe, lists with commas; objects have no words. */
export function plainly(value: FactValue): string | null {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return isNumber(value) ? String(value) : null;
  return Array.isArray(value) ? cleanText(value.join(', ')) : null;
}

/** A ratio, rounded; but what is short of the whole is never called 100 %, and nothing is minus zero. */
function percent(value: FactValue, formats: LocaleFormats): string | null {
  if (!isNumber(value)) return null;
  const rounded = Math.round(value * 100) + 0;
  return `${formats.whole(value < 1 ? Math.min(rounded, 99) : rounded)} %`;
}

function money(value: FactValue, formats: LocaleFormats): string | null {
  if (!Number.isSafeInteger(value)) return null;
  return formats.money(Number(value) / formats.minorPerMajor);
}

function date(value: FactValue, formats: LocaleFormats): string | null {
  const at = instant(value);
  return at === null ? null : formats.date.format(at);
}

function isNumber(value: FactValue): value is number {
  return Number.isFinite(value);
}
