/** Reads an outcome through and through, so that outcomes of different evaluators can be compared. */
import type { StageOutcome } from '../../../src/domain/rules/rule-evaluator';

/** Members that are computed when they are asked for become plain ones. */
export function plainly({ matched, matchedAt, undecided, failed }: StageOutcome): StageOutcome {
  return {
    matched,
    matchedAt,
    undecided: undecided.map(({ rule, missing, stale }) => ({ rule, missing, stale })),
    failed,
  };
}
