/** P21: the disk of the database fills up under load, again and again, and is given room again. */
import { setTimeout as wait } from 'node:timers/promises';
import { sendAnswer } from './answering-client';
import { answerUnit } from './answer-units';
import type { Fault, FaultOutcome, SkippedFault } from './fault';
import { onScene, type Scene } from './scene';
import { SmallDisk } from './small-disk';

const MEGABYTES = 64;
const FULL_MS = 400;
/** Far beyond the units of the load. */
const PROBE = 10_000_000;

/** While it is full recordings are refused with 503; afterwards they go on by themselves. */
export const fullDisk: Fault = {
  name: 'P21 disk full',
  database: 'SQLite',
  run: async ({ tries }) => {
    const disk = await SmallDisk.mount(MEGABYTES);
    if (disk === null) return { skipped: 'this user may not mount a small disk' };
    try {
      return await onDisk(disk, tries);
    } finally {
      await disk.remove();
    }
  },
};

function onDisk(disk: SmallDisk, tries: number): Promise<FaultOutcome | SkippedFault> {
  return onScene({ kind: 'SQLite', data: disk.folder }, async (scene) => {
    let refused = 0;
    for (let index = 0; index < tries; index += 1) {
      await scene.load.moreAcknowledged(20);
      if (await isRefusedWhileFull(disk, scene, PROBE + index)) refused += 1;
      await scene.load.moreAcknowledged(20);
    }
    return {
      tries,
      note: `${refused} of ${tries} answers while full refused with 503, the others found room`,
    };
  });
}

/** False when it is taken in all the same: the database may have room left in files that it has already. */
async function isRefusedWhileFull(disk: SmallDisk, { service }: Scene, probe: number): Promise<boolean> {
  await disk.fill();
  await wait(FULL_MS / 2);
  await disk.fill();
  const outcome = await sendAnswer(service.url, answerUnit(probe), 'NOT_NOW');
  await wait(FULL_MS / 2);
  await disk.makeRoom();
  if (outcome.kind === 'acknowledged') return false;
  if (outcome.kind === 'failed' && outcome.status === 503) return true;
  throw new Error(`a full disk is answered with ${JSON.stringify(outcome)}`);
}
