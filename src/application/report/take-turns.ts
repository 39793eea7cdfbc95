/** Lets heavy work run one at a time, so that many reports asked for at once do not slow everything else. */

/** Calls wait for those before them, in the order of their arrival; one that fails holds up none. */
export function takeTurns<Argument, Result>(
  work: (argument: Argument) => Promise<Result>,
): (argument: Argument) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (argument) => {
    const turn = last.then(() => work(argument));
    last = turn.catch(() => undefined);
    return turn;
  };
}
