/** Orders the usage events of one metric. */
import type { EventPosition } from './metric-ledger';

/** Sorts by time, then id: the order in which events count, whatever the order in which they came. */
export function byPosition(a: EventPosition, b: EventPosition): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
