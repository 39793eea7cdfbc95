/** Reads the machine's clock: the only place that does. */
import type { Clock } from '../../application/ports';

/** The wall clock, in milliseconds since the epoch. */
export const systemClock: Clock = { now: () => Date.now() };
