/** Chooses the one motion an account is in: the decision nearest on the customer's own calendar (requirement G4). */
import type { RuleDocument, RuleOf } from '../documents/kinds/rule-document';
import type { FactSet } from '../rules/fact-set';
import type { MotionAssignment } from './decision';
import { isRuleOf } from './rules-of-stage';

/** The fact under which later stages see the motion. */
export const MOTION_FACT = 'motion';

const NO_MOTION: MotionAssignment = {
  motion: 'NONE',
  ruleKey: null,
  reason: 'No motion rule matched this account.',
};

/** The matched rule with the fewest days to the decision wins, then the order of the rules; NONE without a match. */
export function assignMotion(matched: readonly RuleDocument[], facts: FactSet): MotionAssignment {
  let nearest: { rule: RuleOf<'assign-motion'>; days: number } | undefined;
  for (const rule of matched) {
    if (!isRuleOf('assign-motion', rule)) continue;
    const days = daysToDecision(rule, facts);
    if (nearest === undefined || days < nearest.days) nearest = { rule, days };
  }
  if (nearest === undefined) return NO_MOTION;
  const { rule, days } = nearest;
  return { motion: rule.event.params.motion, ruleKey: rule.key, reason: reasonOf(rule, days) };
}

/** Infinity for a rule without a date, or whose fact is absent. */
function daysToDecision(rule: RuleOf<'assign-motion'>, facts: FactSet): number {
  const days = rule.event.params.daysToDecision;
  if (days === undefined) return Infinity;
  const value = typeof days === 'number' ? days : facts.values.get(days.fact);
  return typeof value === 'number' ? value : Infinity;
}

function reasonOf(rule: RuleDocument, days: number): string {
  const why = rule.description ?? `Rule \`${rule.key}\` matched.`;
  return days === Infinity ? why : `${why} (Decision in ${days} days.)`;
}
