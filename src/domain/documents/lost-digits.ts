/** Tells whether a number written in JSON survives being read as a double. */

const DECIMAL = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** True when the double that is read would be written as another number: digits lost, overflow, a fraction that becomes zero. */
export function losesDigits(literal: string): boolean {
  const value = Number(literal);
  return !Number.isFinite(value) || normal(literal) !== normal(String(value));
}

function normal(literal: string): string {
  const [, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(literal) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return '0';
  return `${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}
