/** Answers why an account is offered what it is, and why not (requirements V3 and V4). */
import { explainOutcome } from '../../domain/explanations/explain-outcome';
import type { Explanation } from '../../domain/explanations/explanation';
import { decisionView, type DecisionView } from '../decide/decide-for-account';
import type { AccountNotFound } from '../decide/decision-question';
import type { RecommendationSigner } from '../ports';
import type { ExplainPorts } from './explain-ports';
import { decideWhatIf, type ArgumentRefused, type WhatIfQuestion } from './what-if';

/** The explanation with the decision it is about. */
export interface ExplainedDecision extends Explanation {
  readonly decision: DecisionView;
  /** Names of the facts that are not the account's own, in ascending order. */
  readonly overriddenFacts: readonly string[];
}

/** What is only looked at can't be accepted: such an id was never signed. */
const UNSIGNED: Pick<RecommendationSigner, 'sign'> = {
  sign: ({ offerKey }) => `explained:${offerKey}`,
};

/** Records nothing. One read of the account; of a draft, what making it ready takes. */
export async function explainDecision(
  ports: ExplainPorts,
  question: WhatIfQuestion,
): Promise<ExplainedDecision | AccountNotFound | ArgumentRefused> {
  const answer = await decideWhatIf(ports, question);
  if ('failure' in answer) return answer;
  const { consideration, overrides } = answer;
  const { release, outcome, now } = consideration;
  return {
    ...explainOutcome(release, outcome, now),
    decision: decisionView(UNSIGNED, consideration),
    overriddenFacts: [...overrides.keys()].sort(),
  };
}
