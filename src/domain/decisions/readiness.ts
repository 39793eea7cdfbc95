/** Adds up how ready an account is for more (requirement G2). */
import type { RuleDocument } from '../documents/kinds/rule-document';
import type { Readiness } from './decision';
import { rulesOf } from './rules-of-stage';

/** The fact under which later stages see the score. */
export const READINESS_FACT = 'upsellReadiness';

/** The sum of the matched scoring rules, held within 0 to 100, with every summand. */
export function sumReadiness(matched: readonly RuleDocument[]): Readiness {
  const points = rulesOf('score', matched).map((rule) => ({
    ruleKey: rule.key,
    points: rule.event.params.points,
  }));
  const sum = points.reduce((total, { points: summand }) => total + summand, 0);
  return { score: Math.min(100, Math.max(0, sum)), points };
}
