/** Keeps the number, money and date formats of each locale: making one costs a hundred times what using it does. */
import { rememberedNumbers } from '../../domain/collections/remembered-numbers';
import type { TemplateLocale } from '../../domain/decisions/template-language';
import { minorUnitsPerUnit } from '../../domain/orders/minor-units';

const MOST_LOCALES = 256;

/** Writes a number as text. */
export type NumberWriter = (value: number) => string;

/** The formats of one locale. */
export interface LocaleFormats {
  /** Grouped, at most two decimals. */
  readonly number: NumberWriter;
  /** Grouped, no decimals. */
  readonly whole: NumberWriter;
  /** "1 day", "5 days". */
  readonly days: NumberWriter;
  /** In major units; whole amounts without decimals. */
  readonly money: NumberWriter;
  /** Minor units in one major unit: 100 for USD, 1 for JPY. */
  readonly minorPerMajor: number;
  /** Day, month in words and year, in UTC. */
  readonly date: Intl.DateTimeFormat;
}

/** By language, then by currency. */
const known = new Map<string, Map<string, LocaleFormats>>();
let count = 0;

/** Throws a RangeError for a currency or language that is malformed; those were checked when they came in. */
export function formatsOf(locale: TemplateLocale): LocaleFormats {
  const found = known.get(locale.language)?.get(locale.currency);
  if (found !== undefined) return found;
  const made = makeFormats(locale);
  if (count >= MOST_LOCALES) forget();
  count += 1;
  const ofLanguage = known.get(locale.language) ?? new Map<string, LocaleFormats>();
  known.set(locale.language, ofLanguage.set(locale.currency, made));
  return made;
}

function forget(): void {
  known.clear();
  count = 0;
}

function makeFormats({ language, currency }: TemplateLocale): LocaleFormats {
  return {
    number: writer(language, { maximumFractionDigits: 2 }),
    whole: writer(language, { maximumFractionDigits: 0 }),
    days: writer(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }),
    money: writer(language, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
    minorPerMajor: minorUnitsPerUnit(currency),
    date: new Intl.DateTimeFormat(dayFirst(language), { dateStyle: 'long', timeZone: 'UTC' }),
  };
}

function writer(language: string, options: Intl.NumberFormatOptions): NumberWriter {
  const format = new Intl.NumberFormat(language, options);
  return rememberedNumbers((value) => format.format(value));
}

/** English dates are written day first, which nobody misreads. */
function dayFirst(language: string): string {
  return /^en\b/i.test(language) ? 'en-GB' : language;
}
