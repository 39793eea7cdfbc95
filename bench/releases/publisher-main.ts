/** Publishes marked releases from a process of its own, checked but not tried out: rule tests take longer than the second between two. Never shipped. */
import { setTimeout as sleep } from 'node:timers/promises';
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { openDatabase } from '../../src/adapters/persistence/open-database';
import { readEnvironment } from '../../src/adapters/runtime/environment';
import { eventLoopTurns } from '../../src/adapters/runtime/event-loop-turns';
import { sha256Hasher } from '../../src/adapters/runtime/sha256-hasher';
import { systemClock } from '../../src/adapters/runtime/system-clock';
import { ReleaseCompiler } from '../../src/application/decide/release-compiler';
import { loadRulesDirectory } from '../../src/application/govern/load-rules-directory';
import { PublishRelease } from '../../src/application/govern/publish-release';
import { documentTools } from '../../src/composition-root/document-tools';
import { markDocuments } from './mark-documents';

/** What the parent is told of every release. */
export interface Published {
  readonly release: number;
  /** From the call until it was stored, in milliseconds. */
  readonly tookMillis: number;
}

async function publishFor(everyMillis: number): Promise<void> {
  const reading = readEnvironment(process.env);
  if ('problems' in reading) throw new Error(reading.problems.join('; '));
  const { environment } = reading;
  const { documents } = await loadRulesDirectory(new RulesDirectory(environment.RULES_DIR));
  const database = await openDatabase(environment.DATABASE_URL);
  const ports = { store: database.releases, hasher: sha256Hasher, clock: systemClock, turns: eventLoopTurns };
  const publish = new PublishRelease(ports, new ReleaseCompiler(documentTools(environment)));
  let isStopped = false;
  process.on('message', () => (isStopped = true));
  for (let release = 1; !isStopped; release += 1) {
    const started = performance.now();
    const outcome = await publish.execute({
      documents: markDocuments(documents, release),
      message: `release ${release}`,
      publishedBy: 'bench',
      expectedCurrent: await database.releases.currentNumber(),
    });
    if (outcome.outcome !== 'published') throw new Error(outcome.outcome);
    const tookMillis = performance.now() - started;
    process.send?.({ release, tookMillis } satisfies Published);
    await sleep(Math.max(0, everyMillis - tookMillis));
  }
  await database.database.close();
  process.disconnect();
}

void publishFor(Number(process.argv[2]));
