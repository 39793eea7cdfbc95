/** Explains a decision: what every stage found on the facts it saw, and what became of every offer. */
import type { CompiledRelease } from '../decisions/compiled-release';
import type { DecisionOutcome, OfferRecommendation, SuppressedOffer } from '../decisions/decision';
import type { RuleDocument } from '../documents/kinds/rule-document';
import { explainAudiences, explainRules } from './explain-rules';
import type { Explanation, OfferTrace, ReadinessTrace, RuleTrace } from './explanation';

/**
 * The outcome must be one that `decide` found with this release at `now`, in milliseconds since the epoch. What is told is the
 * same whichever evaluator the release was compiled with.
 */
export function explainOutcome(release: CompiledRelease, outcome: DecisionOutcome, now: number): Explanation {
  const facts = { values: outcome.facts, stale: outcome.staleFacts, now };
  const rules = explainRules(release, facts);
  return {
    facts: Object.fromEntries(outcome.facts),
    staleFacts: [...outcome.staleFacts].sort(),
    motion: rules.find(({ key }) => key === outcome.motion.ruleKey) ?? null,
    readiness: readinessTrace(release, outcome, rules),
    audiences: explainAudiences(release, facts),
    rules,
    offers: [...outcome.offers.map(madeTrace), ...outcome.suppressed.map(droppedTrace)],
  };
}

function readinessTrace(
  { documents }: CompiledRelease,
  { readiness }: DecisionOutcome,
  rules: readonly RuleTrace[],
): ReadinessTrace {
  const scoring = rules.filter(({ stage }) => stage === 'score');
  return {
    ...readiness,
    rules: scoring.map(({ key, outcome, summary, unmet }) => ({
      key,
      points: pointsOf(documents.rule.get(key)),
      outcome,
      summary,
      unmet,
    })),
  };
}

function pointsOf(rule: RuleDocument | undefined): number {
  return rule?.event.type === 'score' ? rule.event.params.points : 0;
}

function madeTrace(offer: OfferRecommendation): OfferTrace {
  const { offerKey, whyShown, ruleKey, rank, score, scoreTerms } = offer;
  const made = { made: true, stage: null, code: null, message: whyShown };
  return { offerKey, ...made, ruleKey, rank, score, scoreTerms };
}

function droppedTrace({ offerKey, stage, code, message }: SuppressedOffer): OfferTrace {
  const none = { ruleKey: null, rank: null, score: null, scoreTerms: [] };
  return { offerKey, made: false, stage, code, message, ...none };
}
