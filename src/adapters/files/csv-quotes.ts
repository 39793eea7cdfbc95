/** Follows the quotes of a table's line, to know whether its record goes on in the next one. */

const QUOTE = 0x22;
const COMMA = 0x2c;
const CARRIAGE_RETURN = 0x0d;

/** `open`: a quoted text goes on in the next line. `broken`: a quote stands where none may. */
export type QuoteState = 'closed' | 'open' | 'broken';

/** Places in a line that are none. */
const STILL_OPEN = Number.POSITIVE_INFINITY;
const BROKEN = -1;

/** The bytes without the carriage return at their end. */
export const withoutReturn = (bytes: Buffer): Buffer =>
  bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;

/** The state at the end of a line that began in the state `before`. */
export function quotesAfter(line: Buffer, before: 'closed' | 'open'): QuoteState {
  if (!line.includes(QUOTE)) return before;
  const bytes = withoutReturn(line);
  let at = before === 'open' ? afterQuoted(bytes, 0) : 0;
  while (at !== BROKEN && at < bytes.length)
    at = bytes[at] === QUOTE ? afterQuoted(bytes, at + 1) : afterBare(bytes, at);
  if (at === BROKEN) return 'broken';
  return at === STILL_OPEN ? 'open' : 'closed';
}

/** Where the next cell begins; `from` lies within a quoted one. */
function afterQuoted(bytes: Buffer, from: number): number {
  let quote = bytes.indexOf(QUOTE, from);
  while (quote >= 0 && bytes[quote + 1] === QUOTE) quote = bytes.indexOf(QUOTE, quote + 2);
  if (quote < 0) return STILL_OPEN;
  const ended = quote + 1 === bytes.length || bytes[quote + 1] === COMMA;
  return ended ? quote + 2 : BROKEN;
}

/** Where the next cell begins; the one at `from` has no quotes around it, and so none within. */
function afterBare(bytes: Buffer, from: number): number {
  const comma = bytes.indexOf(COMMA, from);
  const end = comma < 0 ? bytes.length : comma;
  return bytes.subarray(from, end).includes(QUOTE) ? BROKEN : end + 1;
}
