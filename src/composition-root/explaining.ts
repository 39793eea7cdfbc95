/** Puts explanations together over what decisions are made with. */
import type { OpenDatabase } from '../adapters/persistence/open-database';
import { eventLoopTurns } from '../adapters/runtime/event-loop-turns';
import type { CompilerTools } from '../application/decide/compile-release';
import type { DecisionPorts } from '../application/decide/decision-ports';
import { ReleaseCompiler } from '../application/decide/release-compiler';
import { explainDecision } from '../application/explain/explain-decision';
import { replayDecision } from '../application/explain/replay-decision';
import { starterTestFor } from '../application/explain/starter-test';
import type { ExplanationServices } from '../application/explain/explanation-services';
import type { DraftReleases } from '../application/govern/draft-releases';
import { LoadRelease } from '../application/govern/load-release';
import type { ReleaseProvider } from '../application/ports';

type Stored = Pick<OpenDatabase, 'releases' | 'loggedDecisions'>;

/** Explanations read what decisions read, at the same clock. */
export function buildExplaining(
  decisions: DecisionPorts,
  drafts: DraftReleases,
  stored: Stored,
  tools: CompilerTools,
): ExplanationServices {
  const ports = { ...decisions, drafts };
  const replay = { logged: stored.loggedDecisions, release: releasesOf(decisions.releases, stored, tools) };
  return {
    explain: (question) => explainDecision(ports, question),
    starterTest: (question) => starterTestFor(ports, question),
    replay: (id) => replayDecision(replay, id),
  };
}

/** An earlier release is compiled apart from the one in force, which must not forget what it knows; the last one is remembered. */
function releasesOf(inForce: ReleaseProvider, { releases }: Stored, tools: CompilerTools) {
  const load = new LoadRelease(releases, new ReleaseCompiler(tools), eventLoopTurns);
  let last: { readonly number: number; readonly release: ReturnType<LoadRelease['execute']> } | undefined;
  return async (number: number) => {
    const current = inForce.current();
    if (current.number === number) return current;
    if (last?.number !== number) last = { number, release: load.execute(number) };
    return last.release;
  };
}
