/** Finds out how an account stands before any offer is looked at: its facts, its readiness and its motion. */
import type { AccountSnapshot } from '../accounts/account-snapshot';
import { NO_HANDOFFS, type HandoffLoad } from '../responses/handoff-load';
import type { History } from '../responses/history';
import { withFact, type GrowingFacts } from '../rules/fact-set';
import type { StageOutcome } from '../rules/rule-evaluator';
import type { CompiledRelease } from './compiled-release';
import type { DecisionContext } from './decision';
import { assignMotion, MOTION_FACT } from './motion';
import { READINESS_FACT, sumReadiness } from './readiness';
import type { Situation } from './situation';
import { whenKnown } from './when-known';

/** Who looks, where and why, and what was shown before. */
export interface SituationRequest {
  readonly context: DecisionContext;
  /** The person who looks; null: the account counts as the user. */
  readonly userId: string | null;
  /** What was shown and answered before. */
  readonly history: History;
  /** What people have taken on this month. Default: nothing. */
  readonly handoffs?: HandoffLoad;
}

/** The situation, and what the stages before it found: scores, then motions. */
export interface OpenedSituation {
  readonly situation: Situation;
  readonly stages: readonly StageOutcome[];
}

/** `now` is in milliseconds since the epoch. A promise only where the evaluator of the release makes one. */
export function openSituation(
  release: CompiledRelease,
  snapshot: AccountSnapshot,
  request: SituationRequest,
  now: number,
): OpenedSituation | Promise<OpenedSituation> {
  const built = release.buildFacts(snapshot, request.context, now);
  return whenKnown(release.rules.evaluate('score', built), (scores) => {
    const readiness = sumReadiness(scores, release.stages.summands);
    const scored = withDeclared(release, built, READINESS_FACT, readiness.score);
    return whenKnown(release.rules.evaluate('assign-motion', scored), (motions) => {
      const motion = assignMotion(motions.matched, scored);
      const facts = withDeclared(release, scored, MOTION_FACT, motion.motion);
      const { context, userId, history, handoffs = NO_HANDOFFS } = request;
      const past = { history, policy: release.policy, now, handoffs };
      const { account, usage } = snapshot;
      const situation = { release, account, usage, userId, past, context, facts, readiness, motion };
      return { situation, stages: [scores, motions] };
    });
  });
}

function withDeclared(
  release: CompiledRelease,
  facts: GrowingFacts,
  name: string,
  value: string | number,
): GrowingFacts {
  return release.facts.has(name) ? withFact(facts, name, value) : facts;
}
