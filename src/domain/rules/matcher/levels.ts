/** Sorts results into levels, so that each is decided after those it names. */
import type { Comparisons } from './comparisons';
import type { Term } from './normal-form';

/** Results by level, lowest first; a result names only results before it. */
export function levelsOf(
  results: readonly (readonly Term[])[],
  comparisons: Comparisons,
): readonly (readonly number[])[] {
  const levels: number[][] = [];
  const levelOf: number[] = [];
  results.forEach((terms, result) => {
    const named = terms.flat().map((literal) => comparisons.resultOf(literal >> 1));
    const level = named.reduce((highest, other) => Math.max(highest, (levelOf[other] ?? -1) + 1), 0);
    levelOf.push(level);
    (levels[level] ??= []).push(result);
  });
  return levels;
}
