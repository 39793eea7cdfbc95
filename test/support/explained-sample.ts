/** An explanation in short, for tests of what lies in front of it. */
import type { DecisionView } from '../../src/application/decide/decide-for-account';
import type { ExplainedDecision } from '../../src/application/explain/explain-decision';
import { ruleTestDocumentSchema } from '../../src/domain/documents/kinds/rule-test-document';
import type { RuleTrace } from '../../src/domain/explanations/explanation';

const motion: RuleTrace = {
  key: 'motion-upsell',
  stage: 'assign-motion',
  outcome: 'MATCHED',
  summary: 'It matched.',
  conditions: {
    kind: 'comparison',
    fact: 'account.plan',
    operator: 'equal',
    expected: 'starter',
    actual: 'starter',
    distance: null,
    outcome: 'MATCHED',
    message: '`account.plan` is “starter”, should be “starter”: met',
  },
  unmet: 0,
};

/** One of everything: a match, a failure, an audience, an offer that is not made. */
export const explainedSample = (decision: DecisionView): ExplainedDecision => ({
  decision,
  facts: { 'account.plan': 'starter' },
  staleFacts: ['health.csat'],
  overriddenFacts: [],
  motion,
  readiness: { score: 75, points: [{ ruleKey: 'score-seats', points: 75 }], rules: [] },
  audiences: [
    { key: 'ready', outcome: 'NOT_MATCHED', summary: 'It did not match.', conditions: null, unmet: 1 },
  ],
  rules: [
    motion,
    { key: 'broken', stage: null, outcome: 'FAILED', summary: 'It failed.', conditions: null, unmet: null },
  ],
  offers: [
    {
      offerKey: 'return-offer',
      made: false,
      stage: 'guardrail',
      code: 'OTHER_MOTION',
      message: 'The account is in UPSELL.',
      ruleKey: null,
      rank: null,
      score: null,
      scoreTerms: [],
    },
  ],
});

/** A rule test with little in it. */
export const starterSample = ruleTestDocumentSchema.parse({
  key: 'starter',
  description: 'A real account.',
  at: '2026-06-01T00:00:00.000Z',
  account: { status: 'PAYING' },
  expect: { offers: [] },
});
