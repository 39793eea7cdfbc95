/** Shares the event loop of this process. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Turns } from '../../application/in-slices';

/** Whatever arrived meanwhile is taken in and answered before the work goes on. */
export const eventLoopTurns: Turns = {
  elapsed: () => performance.now(),
  pass: () => nextTurn(),
};
