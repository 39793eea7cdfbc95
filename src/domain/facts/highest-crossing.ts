/** Finds the highest threshold crossed in a period. */
import type { Threshold } from '../documents/kinds/plan-document';
import type { Crossing } from '../usage/usage-matrix';

/** The highest of some crossings on the scale of the limit; of equals the first. Undefined when there are none. */
export function highestCrossing(
  crossings: readonly Crossing[],
  limit: number | null,
): { readonly threshold: number; readonly crossedAt: string } | undefined {
  let highest: { threshold: number; crossedAt: string } | undefined;
  for (const { threshold, crossedAt } of crossings) {
    const mark = markOf(threshold, limit);
    if (highest === undefined || mark > highest.threshold) highest = { threshold: mark, crossedAt };
  }
  return highest;
}

/** A threshold as a share of the limit; an absolute one stays in units where the limit is zero or there is none. */
function markOf(threshold: Threshold, limit: number | null): number {
  if ('ratio' in threshold) return threshold.ratio;
  return limit !== null && limit > 0 ? threshold.absolute / limit : threshold.absolute;
}
