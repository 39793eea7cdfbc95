/** Puts explanations together over what decisions are made with. */
import type { DecisionPorts } from '../application/decide/decision-ports';
import { explainDecision } from '../application/explain/explain-decision';
import { starterTestFor } from '../application/explain/starter-test';
import type { ExplanationServices } from '../application/explain/explanation-services';
import type { DraftReleases } from '../application/govern/draft-releases';

/** Explanations read what decisions read, at the same clock. */
export function buildExplaining(decisions: DecisionPorts, drafts: DraftReleases): ExplanationServices {
  const ports = { ...decisions, drafts };
  return {
    explain: (question) => explainDecision(ports, question),
    starterTest: (question) => starterTestFor(ports, question),
  };
}
