/** Reads a usage event as a caller sends it. */
import { z } from 'zod';
import { callersId, farAheadProblems, line, utcTimestamp } from '../accounts/input-fields';
import type { InputProblem, Reading } from '../accounts/input-problem';
import { readShape } from '../accounts/read-shape';
import type { UsageEvent } from './usage-event';

/** Beyond 2^53 units one can no longer be told from the next. */
const MOST_UNITS = Number.MAX_SAFE_INTEGER;

const usageEventSchema = z.strictObject({
  id: callersId,
  accountId: callersId,
  metric: line(80),
  value: z.number().min(-MOST_UNITS).max(MOST_UNITS),
  kind: z.enum(['SET', 'ADD']).default('SET'),
  at: utcTimestamp,
});

function* problemsOf(event: UsageEvent, now: number): Generator<InputProblem> {
  if (event.kind === 'SET' && event.value < 0)
    yield {
      pointer: '/value',
      message: 'A level cannot be below 0.',
      hint: 'To take units away, send kind ADD.',
    };
  yield* farAheadProblems('/at', event.at, now);
}

/** The event with `kind` defaulted to SET and its time in UTC, or every problem. Whether account and metric exist is not asked. */
export function readUsageEvent(input: unknown, now: number): Reading<UsageEvent> {
  const read = readShape(usageEventSchema, input);
  if ('problems' in read) return read;
  const problems = [...problemsOf(read.value, now)];
  return problems.length > 0 ? { problems } : read;
}
