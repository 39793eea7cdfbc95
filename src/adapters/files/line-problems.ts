/** Words what can be wrong with a line before anybody looks at what it says. */
import type { LineProblem } from '../../application/import/import-ports';
import { LONGEST_LINE } from './physical-lines';

const problem = (code: string, message: string, hint: string): LineProblem => ({
  code,
  message,
  hint,
  column: null,
});

/** Longer than a line may be. */
export const lineTooLong = problem(
  'LINE_TOO_LONG',
  `The line is longer than ${LONGEST_LINE.toLocaleString('en-US')} bytes.`,
  'Keep long texts elsewhere and send what rules can ask about.',
);

/** Bytes in another encoding. */
export const notUtf8 = problem(
  'NOT_UTF8',
  'The line is not written in UTF-8.',
  'Save the file in the encoding UTF-8.',
);

/** A quote where a table cannot have one, or one that is never closed. */
export const brokenQuotes = problem(
  'BROKEN_QUOTES',
  'A quote is not closed, or stands within a text.',
  'Put the whole text between quotes, and write a quote within it twice.',
);

/** Text that is no JSON. */
export const notJson = problem(
  'NOT_JSON',
  'The line is not one JSON text.',
  'Write one object on each line, its names and texts between double quotes.',
);
