/** Puts together what follows, publishes and edits releases. */
import type { OpenDatabase } from '../adapters/persistence/open-database';
import { referenceEvaluator } from '../adapters/rules-engine/reference-evaluator';
import { eventLoopTurns } from '../adapters/runtime/event-loop-turns';
import { sha256Hasher } from '../adapters/runtime/sha256-hasher';
import { systemClock } from '../adapters/runtime/system-clock';
import type { CompilerTools } from '../application/decide/compile-release';
import { ReleaseCompiler } from '../application/decide/release-compiler';
import { LoadRelease } from '../application/govern/load-release';
import { PublishRelease } from '../application/govern/publish-release';
import { ReleaseInForce } from '../application/govern/release-in-force';
import type { Clock } from '../application/ports';
import type { AccountChanges } from '../application/watch/account-changes';
import { plainEvaluator } from '../domain/rules/plain-evaluator';
import { buildGovernance, type Governance } from './governance';

/** The release in force and the ways to the next one. */
export interface Releases {
  readonly releases: ReleaseInForce;
  /** The first release, which nobody edited. */
  readonly publish: PublishRelease;
  readonly governance: Governance;
  /** Takes the newest release over, and tells whoever watches accounts. */
  readonly follow: () => Promise<void>;
}

/** Publishing the first and following share one compiler: what was checked before it was stored is not read or checked again. */
export function buildReleases(
  database: Pick<OpenDatabase, 'releases' | 'drafts' | 'accounts'>,
  changes: AccountChanges,
  tools: CompilerTools,
  clock: Clock,
): Releases {
  const { releases: store } = database;
  const turns = eventLoopTurns;
  const compiler = new ReleaseCompiler(tools);
  const load = new LoadRelease(store, compiler, turns);
  const releases = new ReleaseInForce(store, (number) => load.execute(number));
  const follow = () => followReleases(releases, changes);
  const witness = tools.evaluator === referenceEvaluator ? plainEvaluator : referenceEvaluator;
  return {
    releases,
    follow,
    publish: new PublishRelease({ store, hasher: sha256Hasher, clock: systemClock, turns }, compiler),
    governance: buildGovernance({ database, releases, tools, witness, clock, follow }),
  };
}

async function followReleases(releases: ReleaseInForce, changes: AccountChanges): Promise<void> {
  const before = releases.loaded?.number;
  await releases.refresh();
  if (releases.loaded?.number !== before) changes.allChanged();
}
