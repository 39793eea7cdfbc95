/** P9: many answers, three in ten sent twice at once, one in twenty once more with a changed body. */
import type { DatabaseKind, Fault } from './fault';
import { onScene } from './scene';

const ANSWERS_PER_TRY = 100;
const AT_ONCE = 50;

/** 1,000 tries are 100,000 answers, 50 at once. */
export function repeatedAnswers(database: DatabaseKind): Fault {
  return {
    name: 'P9 repeats and changed bodies',
    database,
    run: ({ tries }) => {
      const units = tries * ANSWERS_PER_TRY;
      return onScene({ kind: database, workers: AT_ONCE, units }, async ({ load }) => {
        await load.done();
        return { tries: units };
      });
    },
  };
}
