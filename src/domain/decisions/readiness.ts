/** Adds up how ready an account is for more (requirement G2). */
import type { StageOutcome } from '../rules/rule-evaluator';
import type { CompiledStages, Summand } from './compiled-stages';
import type { Readiness } from './decision';

/** The fact under which later stages see the score. */
export const READINESS_FACT = 'upsellReadiness';

/** The sum of the matched scoring rules, held within 0 to 100, with every summand; `summands` are by position in the stage. */
export function sumReadiness(
  { matchedAt }: Pick<StageOutcome, 'matchedAt'>,
  summands: CompiledStages['summands'],
): Readiness {
  const points: Summand[] = [];
  let sum = 0;
  for (const at of matchedAt) {
    const summand = summands[at] as Summand;
    points.push(summand);
    sum += summand.points;
  }
  return { score: Math.min(100, Math.max(0, sum)), points };
}
