/** P19 on SQLite: another process keeps the file's only place to write; decisions go on, and nothing is recorded that is not durable. */
import { setTimeout as wait } from 'node:timers/promises';
import { answerUnit } from './answer-units';
import { askForDecision } from './decision-client';
import type { Fault } from './fault';
import { lockForWriting } from './lock-for-writing';
import { onScene, type Scene } from './scene';

const DEFAULT_MINUTES = 0.05;
const MINUTE_MS = 60_000;
/** What was committed before the lock was taken is told within this time. */
const LONGEST_LAST_WORDS_MS = 5_000;

/**
 * A file cannot be away as a server can: who has it open keeps it. What comes nearest is a process that writes and does
 * not end. Throws when a decision fails or is old meanwhile, and when an answer is acknowledged. `minutes` is how long the
 * file is locked; default 3 seconds.
 */
export const lockedFile: Fault = {
  name: 'P19 file locked by another process',
  database: 'SQLite',
  run: ({ tries, minutes = DEFAULT_MINUTES }) =>
    onScene({ kind: 'SQLite', workers: 4 }, async (scene) => {
      const slowest = { ms: 0 };
      let decided = 0;
      for (let index = 0; index < tries; index += 1)
        decided += await decideWhileLocked(scene, minutes * MINUTE_MS, slowest);
      await scene.load.moreAcknowledged(20);
      const note =
        `locked ${Math.round(minutes * 60)} s; ${decided} decisions from the database, the slowest after ` +
        `${Math.round(slowest.ms)} ms; ${scene.load.refusals}`;
      return { tries, note };
    }),
};

async function decideWhileLocked(
  { place, service, load, ledger }: Scene,
  lockedMs: number,
  slowest: { ms: number },
): Promise<number> {
  await load.moreAcknowledged(20);
  const unlock = await lockForWriting(place.url);
  try {
    const end = performance.now() + lockedMs;
    await wait(Math.min(LONGEST_LAST_WORDS_MS, lockedMs / 2));
    const before = ledger.acknowledged.size;
    let decided = 0;
    for (; performance.now() < end; decided += 1) {
      slowest.ms = Math.max(slowest.ms, await decideFresh(service.url, decided));
      await wait(5);
    }
    if (ledger.acknowledged.size > before)
      throw new Error('an answer was acknowledged while nothing could be written');
    return decided;
  } finally {
    await unlock();
  }
}

/** Milliseconds it took. */
async function decideFresh(url: string, index: number): Promise<number> {
  const { status, degraded, ms } = await askForDecision(url, answerUnit(index).accountId);
  if (status !== 200 || degraded)
    throw new Error(
      `a decision beside a locked file is answered with ${status}${degraded ? ', from memory' : ''}`,
    );
  return ms;
}
