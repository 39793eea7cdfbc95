/** P17: load, edits and reconnects for an hour: memory, handles and connections stay where they are, and go when the load goes. */
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answerUnit } from './answer-units';
import type { DatabaseKind, Fault } from './fault';
import { onScene, type Scene } from './scene';
import { SoakEdits } from './soak-edits';
import { SoakLoad } from './soak-load';
import { SoakStreams } from './soak-streams';
import { writeSoakAccounts } from './soak-accounts';
import { steadiness } from './steadiness';
import { readVitalSigns, type VitalSigns } from './vital-signs';

const DEFAULT_MINUTES = 3;
const MINUTE_MS = 60_000;
/** So few that each was shown what it can be shown while the code warms up: what grows after that is no history. */
const ACCOUNTS = 1_000;
const LOOKS = 240;
const SHORTEST_BETWEEN_LOOKS_MS = 1_000;
const LONGEST_EDIT_PAUSE_MS = 30_000;
/** Code is compiled and memories fill: this part of the run, the longest pause at most, is not judged. */
const WARM_UP_SHARE = 0.25;
const LONGEST_WARM_UP_MS = 10 * MINUTE_MS;
/** Shorter runs end before the engine has settled; their trends are told and not judged. */
const JUDGED_FROM_MINUTES = 20;
/** Few accounts are remembered, so that the memory is full soon: what grows after that is a leak. */
const SETTINGS = { REMEMBERED_ACCOUNTS: '500' };
/** About 20 answers a second, repeats included. */
const ANSWERING = { workers: 4, pauseMs: 250 };
/** Connections that clients may keep open after the load: those of the answers, with two at once each. */
const KEPT_BY_CLIENTS = 2 * ANSWERING.workers;
/** The default of DATABASE_POOL_SIZE. */
const POOL_SIZE = 10;
const LEFT_WITHIN_MS = 60_000;

/** Throws when something climbs, or is still open after the load is gone. `tries` are releases published. */
export function soak(database: DatabaseKind): Fault {
  return {
    name: 'P17 load, edits and reconnects',
    database,
    run: ({ minutes = DEFAULT_MINUTES }) =>
      onScene({ kind: database, ...ANSWERING, settings: SETTINGS, watched: true }, async (scene) => {
        await writeSoakAccounts(scene.place.url, ACCOUNTS);
        return await soakFor(scene, minutes, `bench-results/soak-${database.toLowerCase()}.ndjson`);
      }),
  };
}

async function soakFor(scene: Scene, minutes: number, file: string) {
  const durationMs = minutes * MINUTE_MS;
  const before = await readVitalSigns(scene.service, scene.place, 0);
  const load = new SoakLoad(scene.service.url, ACCOUNTS);
  const streams = new SoakStreams(scene.service.url, (index) => answerUnit(index).accountId);
  const edits = new SoakEdits(scene.place.url, Math.min(LONGEST_EDIT_PAUSE_MS, durationMs / 4));
  const looks = await lookAgainAndAgain(scene, durationMs, file).finally(() =>
    Promise.all([load.stop(), streams.stop(), edits.stop(), scene.load.stop()]),
  );
  if (load.surprises.length > 0) throw new Error(`answers that should not be: ${load.surprises.join('; ')}`);
  const { text, climbing } = steadiness(judged(looks, durationMs));
  if (minutes >= JUDGED_FROM_MINUTES && climbing.length > 0)
    throw new Error(`${climbing.join(', ')} climbs: ${text}`);
  const left = await untilLeft(scene, before);
  const ends = [...load.ends].map(([status, count]) => `${count} with ${status}`).join(', ');
  const note =
    `${minutes} min; ${text}; requests ${ends}; ${streams.opened} streams with ${streams.events} events, ${streams.refused} refused; ` +
    `afterwards ${left.files} files, ${left.handles} handles, ${left.streams} streams (before ${before.files}, ${before.handles}, 0)`;
  return { tries: edits.published, note };
}

/** Every look is kept in the file too, one JSON object a line. */
async function lookAgainAndAgain(
  { service, place }: Scene,
  durationMs: number,
  file: string,
): Promise<readonly VitalSigns[]> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '');
  const looks: VitalSigns[] = [];
  const pause = Math.max(SHORTEST_BETWEEN_LOOKS_MS, durationMs / LOOKS);
  const began = performance.now();
  while (performance.now() - began < durationMs) {
    await wait(pause);
    const look = await readVitalSigns(service, place, performance.now() - began);
    await appendFile(file, `${JSON.stringify(look)}\n`);
    looks.push(look);
  }
  return looks;
}

function judged(looks: readonly VitalSigns[], durationMs: number): readonly VitalSigns[] {
  const warmUp = Math.min(LONGEST_WARM_UP_MS, durationMs * WARM_UP_SHARE);
  return looks.filter(({ at }) => at > warmUp);
}

/** The pool may keep its connections and the clients theirs; nothing else may stay open. */
async function untilLeft({ service, place }: Scene, before: VitalSigns): Promise<VitalSigns> {
  const kept = KEPT_BY_CLIENTS + (place.mariadb === null ? 0 : POOL_SIZE);
  const deadline = performance.now() + LEFT_WITHIN_MS;
  for (;;) {
    const now = await readVitalSigns(service, place, 0);
    const isLeft = now.streams === 0 && now.databaseCalls === 0 && now.files <= before.files + kept;
    if (isLeft && now.handles <= before.handles + kept) return now;
    if (performance.now() > deadline)
      throw new Error(
        `after the load ${now.files} files and ${now.handles} handles are open, ${before.files} and ${before.handles} were before; ` +
          `${now.streams} streams, ${now.databaseCalls} calls of the database`,
      );
    await wait(500);
  }
}
