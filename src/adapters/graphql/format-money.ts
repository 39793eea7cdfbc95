/** Writes amounts of money for people, with the decimals the currency has. */
import { LRUCache } from 'lru-cache';
import { minorUnitsPerUnit } from '../../domain/orders/minor-units';
import { invalidArgument } from './refusals';

/** Making a format costs a hundred times what using it does; clients choose the locale, so the number is bounded. */
const formats = new LRUCache<string, (minorUnits: number) => string>({ max: 256 });

/** `14900`, `USD`, `en-US` is `$149.00`. Throws INVALID_ARGUMENT when the locale is no BCP 47 tag. */
export function formatMoney(minorUnits: number, currency: string, locale: string): string {
  const name = `${locale} ${currency}`;
  const known = formats.get(name);
  if (known !== undefined) return known(minorUnits);
  const format = formatterFor(locale, currency);
  const perUnit = minorUnitsPerUnit(currency);
  const write = (amount: number) => format.format(amount / perUnit);
  formats.set(name, write);
  return write(minorUnits);
}

function formatterFor(locale: string, currency: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalidArgument(
      'locale',
      `must be a BCP 47 language tag such as en-US; ${JSON.stringify(locale.slice(0, 40))} is not.`,
    );
  }
}
