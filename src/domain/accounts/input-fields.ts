/** Spells the texts, ids and times that accounts and events may carry. */
import { z } from 'zod';
import { hasControlCharacter } from '../documents/hostile-characters';
import { timestamp } from '../documents/kinds/key';
import type { Timestamp } from './account';
import type { InputProblem } from './input-problem';

/** Longest id in bytes of UTF-8; the databases index it whole. */
const LONGEST_INDEXED = 190;

const isClean = (text: string): boolean => !hasControlCharacter(text) && !/[\n\r\t]/.test(text);

/** Whether the databases can keep a text in an index. */
export const fitsIndex = (text: string): boolean => new TextEncoder().encode(text).length <= LONGEST_INDEXED;

/** What a text that does not fit must be. */
export const TOO_LONG_FOR_INDEX = `must be at most ${LONGEST_INDEXED} bytes long`;

/** The caller's own id: 1 to 190 bytes, no control characters, compared byte by byte. */
export const callersId = z
  .string()
  .min(1)
  .refine(fitsIndex, TOO_LONG_FOR_INDEX)
  .refine(isClean, 'must not hold control characters');

/** One line of text without control characters. */
export const line = (longest: number) =>
  z.string().min(1).max(longest).refine(isClean, 'must not hold control characters');

/** Within these years a text compares as its time does. What is no time at all is the format's to tell. */
function isWithinYears(text: string): boolean {
  const time = Date.parse(text);
  return Number.isNaN(time) || (time >= 0 && time < Date.UTC(9999, 0));
}

/** RFC 3339 with an offset, from 1970 to 9998; becomes UTC with milliseconds. */
export const utcTimestamp = timestamp
  .refine(isWithinYears, 'must lie between 1970 and 9998')
  .transform((text) => new Date(text).toISOString());

/** How far ahead of our clock a caller's may be: one day, in milliseconds. */
const CLOCK_TOLERANCE_MS = 86_400_000;

/** Refuses a time that lies more than a day ahead of `now` (milliseconds): no clock is that wrong. Not stated is fine. */
export const farAheadProblems = (
  pointer: string,
  at: Timestamp | undefined,
  now: number,
): readonly InputProblem[] =>
  at === undefined || Date.parse(at) <= now + CLOCK_TOLERANCE_MS
    ? []
    : [{ pointer, message: 'The time lies more than a day ahead.', hint: 'Check the clock and the zone.' }];
