/** Reads an account event as a caller sends it. */
import { didYouMeanOneOf } from '../documents/name-hint';
import { accountEventSchema, type ReadAccountEvent } from './account-event-schema';
import type { AccountCatalogue } from './account-problems';
import { farAheadProblems } from './input-fields';
import type { InputProblem, Reading } from './input-problem';
import { readShape } from './read-shape';

function* problemsOf(
  event: ReadAccountEvent,
  catalogue: AccountCatalogue,
  now: number,
): Generator<InputProblem> {
  yield* farAheadProblems('/at', event.at, now);
  if (event.type === 'PLAN_CHANGED' && !catalogue.plan.has(event.data.plan))
    yield {
      pointer: '/data/plan',
      message: `The catalogue has no plan \`${event.data.plan}\`.`,
      hint: didYouMeanOneOf(event.data.plan, catalogue.plan.keys()),
    };
  if (event.type === 'RENEWED' && event.data.renewsAt <= event.at)
    yield {
      pointer: '/data/renewsAt',
      message: 'The next renewal must lie after this one.',
      hint: 'Give the end of the new term.',
    };
}

/** The event with its time in UTC, or every problem. Whether the account exists is not asked. */
export function readAccountEvent(
  input: unknown,
  catalogue: AccountCatalogue,
  now: number,
): Reading<ReadAccountEvent> {
  const read = readShape(accountEventSchema, input);
  if ('problems' in read) return read;
  const problems = [...problemsOf(read.value, catalogue, now)];
  return problems.length > 0 ? { problems } : read;
}
