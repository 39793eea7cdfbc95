/** Publishes marked releases from a process of its own, as another replica or the command line would. Never shipped. */
import { setTimeout as sleep } from 'node:timers/promises';
import { RulesDirectory } from '../../src/adapters/files/rules-directory';
import { readEnvironment } from '../../src/adapters/runtime/environment';
import { loadRulesDirectory } from '../../src/application/govern/load-rules-directory';
import { openService } from '../../src/composition-root/open-service';
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
  const { documents } = await loadRulesDirectory(new RulesDirectory(reading.environment.RULES_DIR));
  const service = await openService(reading.environment);
  let isStopped = false;
  process.on('message', () => (isStopped = true));
  for (let release = 1; !isStopped; release += 1) {
    const started = performance.now();
    const { error } = await service.rules.publish(markDocuments(documents, release), `release ${release}`);
    if (error !== null) throw new Error(error.message);
    const tookMillis = performance.now() - started;
    process.send?.({ release, tookMillis } satisfies Published);
    await sleep(Math.max(0, everyMillis - tookMillis));
  }
  await service.close();
  process.disconnect();
}

void publishFor(Number(process.argv[2]));
