/** Orders lanes so that those of one word tend to be lost together, and each word's columns so that it is lost soon. */
import type { Steps } from '../../collections/steps';
import type { Comparisons } from './comparisons';
import type { Lane } from './lane-words';
import type { Likelihood } from './likelihood';

/** What a lane asks of one column. */
interface Demand {
  readonly column: number;
  readonly chance: number;
  readonly pattern: number;
}

/** The same lanes, ordered by what is least likely first; a step is one lane, and the last one sorts. */
export function* orderSteps(
  lanes: readonly Lane[],
  comparisons: Comparisons,
  likelihood: Likelihood,
): Steps<readonly Lane[]> {
  const demanding: { readonly lane: Lane; readonly demands: readonly Demand[] }[] = [];
  for (const lane of lanes) {
    demanding.push({ lane, demands: demandsOf(lane, comparisons, likelihood) });
    yield;
  }
  return demanding.sort((a, b) => compare(a.demands, b.demands)).map(({ lane }) => lane);
}

/** One for each column of the lane, the least likely first. */
function demandsOf({ term }: Lane, comparisons: Comparisons, likelihood: Likelihood): readonly Demand[] {
  const demands = new Map<number, Demand>();
  for (const literal of term) {
    const { column } = comparisons.homeOf(literal >> 1);
    const { chance, pattern } = likelihood.of(literal);
    const known = demands.get(column);
    demands.set(column, {
      column,
      chance: chance * (known?.chance ?? 1),
      pattern: pattern & (known?.pattern ?? -1),
    });
  }
  return [...demands.values()].sort((a, b) => a.chance - b.chance || a.column - b.column);
}

function compare(a: readonly Demand[], b: readonly Demand[]): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [one, other] = [a[at] as Demand, b[at] as Demand];
    const difference = one.column - other.column || one.pattern - other.pattern;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
