/** Checks that thresholds ascend, so that each is crossed on its own. */
import { error } from '../documents/found';
import type { Threshold } from '../documents/kinds/plan-document';
import type { Problem } from '../documents/problem';
import type { Check } from './check';

/** Compares neighbours in units where the limit is known, else only those of one kind. */
export const thresholds: Check = (subject) => {
  if (subject.kind !== 'plan') return [];
  const { limits, thresholds: byMetric } = subject.document;
  return Object.entries(byMetric).flatMap(([metric, marks]) =>
    marks.flatMap((mark, i) =>
      orderProblems(marks[i - 1], mark, limits[metric] ?? null, `/thresholds/${metric}/${i}`),
    ),
  );
};

function orderProblems(
  before: Threshold | undefined,
  mark: Threshold,
  limit: number | null,
  pointer: string,
): readonly Problem[] {
  if (before === undefined || ascends(before, mark, limit)) return [];
  const message = 'The threshold is not above the one before it.';
  return [error('THRESHOLD_ORDER', pointer, message, 'Write thresholds in ascending order, each once.')];
}

function ascends(before: Threshold, mark: Threshold, limit: number | null): boolean {
  if ('ratio' in before && 'ratio' in mark) return before.ratio < mark.ratio;
  if ('absolute' in before && 'absolute' in mark) return before.absolute < mark.absolute;
  return limit === null || limit === 0 || unitsOf(before, limit) < unitsOf(mark, limit);
}

function unitsOf(mark: Threshold, limit: number): number {
  return 'ratio' in mark ? mark.ratio * limit : mark.absolute;
}
