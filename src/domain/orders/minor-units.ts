/** Knows how many minor units make one unit of a currency. */

/** 100 for USD, 1 for JPY, 1,000 for KWD (ISO 4217). Throws a RangeError for what is no three-letter code. */
export function minorUnitsPerUnit(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return 10 ** (maximumFractionDigits ?? 2);
}
