/** Keeps the number, money and date formats of each locale: making one costs a hundred times what using it does. */
import type { TemplateLocale } from '../../domain/decisions/template-language';
import { minorUnitsPerUnit } from '../../domain/orders/minor-units';

const MOST_LOCALES = 256;

/** The formats of one locale. */
export interface LocaleFormats {
  /** Grouped, at most two decimals. */
  readonly number: Intl.NumberFormat;
  /** Grouped, no decimals. */
  readonly whole: Intl.NumberFormat;
  /** "1 day", "5 days". */
  readonly days: Intl.NumberFormat;
  /** In major units; whole amounts without decimals. */
  readonly money: Intl.NumberFormat;
  /** Minor units in one major unit: 100 for USD, 1 for JPY. */
  readonly minorPerMajor: number;
  /** Day, month in words and year, in UTC. */
  readonly date: Intl.DateTimeFormat;
}

const known = new Map<string, LocaleFormats>();

/** Throws a RangeError for a currency or language that is malformed; those were checked when they came in. */
export function formatsOf(locale: TemplateLocale): LocaleFormats {
  const name = `${locale.language} ${locale.currency}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = makeFormats(locale);
  if (known.size >= MOST_LOCALES) known.clear();
  known.set(name, made);
  return made;
}

function makeFormats({ language, currency }: TemplateLocale): LocaleFormats {
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  return {
    number: new Intl.NumberFormat(language, { maximumFractionDigits: 2 }),
    whole: new Intl.NumberFormat(language, { maximumFractionDigits: 0 }),
    days: new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }),
    money,
    minorPerMajor: minorUnitsPerUnit(currency),
    date: new Intl.DateTimeFormat(dayFirst(language), { dateStyle: 'long', timeZone: 'UTC' }),
  };
}

/** English dates are written day first, which nobody misreads. */
function dayFirst(language: string): string {
  return /^en\b/i.test(language) ? 'en-GB' : language;
}
