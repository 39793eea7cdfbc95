/** P21: the disk of the database fills up under load, again and again, and is given room again. */
import { setTimeout as wait } from 'node:timers/promises';
import { sendAnswer } from './answering-client';
import { answerUnit } from './answer-units';
import type { DatabaseKind, Fault, FaultOutcome, SkippedFault } from './fault';
import { onScene, type Scene } from './scene';
import { SmallDisk } from './small-disk';

/** A server needs room for its own files; what is left of it is filled at once. */
const MEGABYTES: Readonly<Record<DatabaseKind, number>> = { SQLite: 64, MariaDB: 256 };
/**
 * How long the disk stays full, in milliseconds. A database has room left in files that it has already: a server takes
 * megabytes at once, so that its disk has to stay full until they are used up.
 */
const FULL_MS: Readonly<Record<DatabaseKind, number>> = { SQLite: 400, MariaDB: 60_000 };
const LOOK_MS = 200;
/** Far beyond the units of the load. */
const PROBE = 10_000_000;

/** While it is full recordings are refused with 503; afterwards they go on by themselves. */
export function fullDisk(database: DatabaseKind): Fault {
  return {
    name: 'P21 disk full',
    database,
    run: async ({ tries }) => {
      const disk = await SmallDisk.mount(MEGABYTES[database]);
      if (disk === null) return { skipped: 'this user may not mount a small disk' };
      try {
        return await onDisk(disk, database, tries);
      } finally {
        await disk.remove();
      }
    },
  };
}

function onDisk(disk: SmallDisk, kind: DatabaseKind, tries: number): Promise<FaultOutcome | SkippedFault> {
  return onScene({ kind, data: disk.folder }, async (scene) => {
    let refused = 0;
    for (let index = 0; index < tries; index += 1) {
      await scene.load.moreAcknowledged(20);
      if (await isRefusedWhileFull(disk, scene, PROBE + index * PROBES, FULL_MS[kind])) refused += 1;
      await scene.load.moreAcknowledged(20);
    }
    return {
      tries,
      note: `${refused} of ${tries} times answers were refused with 503 UNAVAILABLE while it was full, else they found room`,
    };
  });
}

/** What a full disk is called; a machine that is busy beside refuses with another code. */
const UNAVAILABLE = 'UNAVAILABLE';
/** More than are asked while it is full once. */
const PROBES = 1_000;

/** Until one is refused. False when all are taken in all the same. */
async function isRefusedWhileFull(
  disk: SmallDisk,
  { service }: Scene,
  probe: number,
  fullMs: number,
): Promise<boolean> {
  const end = performance.now() + fullMs;
  try {
    for (let index = 0; performance.now() < end; index += 1) {
      await disk.fill();
      await wait(LOOK_MS);
      if (await isRefused(service.url, probe + index)) return true;
    }
    return false;
  } finally {
    await disk.makeRoom();
  }
}

async function isRefused(url: string, probe: number): Promise<boolean> {
  const outcome = await sendAnswer(url, answerUnit(probe), 'NOT_NOW');
  if (outcome.kind === 'acknowledged') return false;
  if (outcome.kind === 'failed' && outcome.status === 503) return outcome.code === UNAVAILABLE;
  throw new Error(`a full disk is answered with ${JSON.stringify(outcome)}`);
}
