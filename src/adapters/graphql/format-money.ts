/** Writes amounts of money for people, with the decimals the currency has. */
import { invalidArgument } from './refusals';

/** `14900`, `USD`, `en-US` is `$149.00`. Throws INVALID_ARGUMENT when the locale is no BCP 47 tag. */
export function formatMoney(minorUnits: number, currency: string, locale: string): string {
  const format = formatterFor(locale, currency);
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minorUnits / 10 ** decimals);
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
