/** Writes values of documents the way a person reads them in a list of changes. */

const LONGEST = 60;
const RATIO = 'ratio';

/** Texts in quotes, cut when they are long; ratios in percent; what is not there as `nothing`. */
export function inWords(value: unknown, unit?: string): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return `“${shortened(value)}”`;
  if (typeof value === 'number' && unit === RATIO) return `${rounded(value * 100)} %`;
  if (Array.isArray(value)) return value.map((item) => inWords(item, unit)).join(', ') || 'nothing';
  return shortened(JSON.stringify(value));
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text;
}

/** 0.07 * 100 is 7, whatever binary fractions make of it. */
function rounded(percent: number): number {
  return Math.round(percent * 1e9) / 1e9;
}
