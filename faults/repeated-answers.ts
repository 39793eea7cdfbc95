/** P9: many answers, three in ten sent twice at once, one in twenty once more with a changed body. */
import type { DatabaseKind, Fault } from './fault';
import { onScene } from './scene';

const ANSWERS_PER_TRY = 100;
const AT_ONCE = 50;
const MINUTE_MS = 60_000;

/** 1,000 tries are 100,000 answers, 50 at once; after `minutes` no more are begun, if they are given. */
export function repeatedAnswers(database: DatabaseKind): Fault {
  return {
    name: 'P9 repeats and changed bodies',
    database,
    run: ({ tries, minutes }) => {
      const units = tries * ANSWERS_PER_TRY;
      return onScene({ kind: database, workers: AT_ONCE, units }, async ({ load }) => {
        await load.doneWithin(minutes === undefined ? Infinity : minutes * MINUTE_MS);
        return { tries: load.begun, note: load.refusals };
      });
    },
  };
}
