/** Describes long work that may be left off after each unit of it and taken up again. */

/** Yields after each unit of work; what it makes is what it returns. */
export type Steps<Result> = Generator<void, Result, void>;

/** Does all of the work at once: for command lines and tests, where nobody waits. */
export function inOnePiece<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
