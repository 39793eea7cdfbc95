/** P21: the clock of the service jumps forwards and backwards under load, by libfaketime. */
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseKind, Fault } from './fault';
import { onScene } from './scene';

/** Where Debian puts it, by machine. */
const LIBRARY = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`)
  .find((file) => existsSync(file));
/** Seconds off the true time, one after the other. */
const OFFSETS = [7_200, -3_600, 86_400, -86_400, 0];

/** Timers keep their pace: only what tells the time of day jumps. */
export function clockJumps(database: DatabaseKind): Fault {
  return {
    name: 'P21 clock jumps',
    database,
    run: async ({ tries }) => {
      if (LIBRARY === undefined) return { skipped: 'libfaketime is not installed (Debian: faketime)' };
      const folder = await mkdtemp(path.join(tmpdir(), 'clock-'));
      const clock = path.join(folder, 'offset');
      try {
        await setOffset(clock, 0);
        return await onScene({ kind: database, settings: settingsOf(LIBRARY, clock) }, async ({ load }) => {
          for (let index = 0; index < tries; index += 1) {
            await load.moreAcknowledged(20);
            await setOffset(clock, OFFSETS[index % OFFSETS.length] ?? 0);
          }
          await load.moreAcknowledged(20);
          return { tries, note: 'an hour to a day, forwards and backwards' };
        });
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

function settingsOf(library: string, clock: string): Readonly<Record<string, string>> {
  return {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}

/** In one step, so that nobody reads half of it. */
async function setOffset(clock: string, seconds: number): Promise<void> {
  await writeFile(`${clock}.next`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
  await rename(`${clock}.next`, clock);
}
