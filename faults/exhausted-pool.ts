/** P20: every connection of the pool is held, on SQLite the one writer; callers get 503 in time, and everything is as before soon after. */
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { answerUnit } from './answer-units';
import { sendAnswer } from './answering-client';
import type { DatabaseKind, Fault } from './fault';
import { lockForWriting } from './lock-for-writing';
import { onScene } from './scene';

const HELD_MS = 4_000;
const REFUSED_WITHIN_MS = 2_500;
const NORMAL_WITHIN_MS = 5_000;
const ASKED_AT_ONCE = 100;
/** Far from the units of the load. */
const OWN_UNITS = 1_000_000;
const SETTINGS = { DATABASE_POOL_SIZE: '2', DATABASE_QUEUE_LIMIT: '50' };

/** Resolves when nothing can be recorded any more, to what ends that. */
type Hold = (url: string) => Promise<() => Promise<void>>;
const HOLDS: Readonly<Record<DatabaseKind, Hold>> = { SQLite: lockForWriting, MariaDB: lockTables };

/** Throws when nobody is refused, and when refusals or the time after take longer than promised. */
export function exhaustedPool(database: DatabaseKind): Fault {
  return {
    name: 'P20 pool exhausted',
    database,
    run: ({ tries, timed = false }) =>
      onScene({ kind: database, workers: 4, settings: SETTINGS }, async ({ place, service, load }) => {
        let slowest = 0;
        let recovery = 0;
        for (let index = 0; index < tries; index += 1) {
          await load.moreAcknowledged(20);
          const letGo = await holdFor(HELD_MS, () => HOLDS[database](place.url));
          slowest = Math.max(slowest, await askMany(service.url, index));
          await letGo();
          const released = performance.now();
          await load.moreAcknowledged(1);
          recovery = Math.max(recovery, performance.now() - released);
        }
        if (timed) refuseSlowness(slowest, recovery);
        const note = `503 after ${Math.round(slowest)} ms at most, normal after ${Math.round(recovery)} ms`;
        return { tries, note };
      }),
  };
}

async function holdFor(ms: number, hold: () => Promise<() => Promise<void>>): Promise<() => Promise<void>> {
  const letGo = await hold();
  const began = performance.now();
  return async () => {
    await wait(Math.max(0, ms - (performance.now() - began)));
    await letGo();
  };
}

/** Locks what every recording needs. */
async function lockTables(url: string): Promise<() => Promise<void>> {
  const connection = await createConnection(url);
  await connection.query('LOCK TABLES account_history WRITE, idempotency_key WRITE, account WRITE');
  return () => connection.end();
}

/** The slowest refusal in milliseconds. Calls that got a connection wait for the lock; all others must be refused in time. */
async function askMany(url: string, round: number): Promise<number> {
  await wait(200);
  const first = OWN_UNITS + round * ASKED_AT_ONCE;
  const refused: number[] = [];
  const asked = Array.from({ length: ASKED_AT_ONCE }, async (_, index) => {
    const started = performance.now();
    const outcome = await sendAnswer(url, answerUnit(first + index), 'NOT_NOW');
    if (outcome.kind === 'failed' && outcome.status === 503) refused.push(performance.now() - started);
  });
  await Promise.all(asked);
  const slowest = Math.max(0, ...refused);
  if (refused.length === 0) throw new Error(`none of ${ASKED_AT_ONCE} was refused with 503`);
  return slowest;
}

function refuseSlowness(refusedMs: number, recoveryMs: number): void {
  if (refusedMs > REFUSED_WITHIN_MS) throw new Error(`503 only after ${Math.round(refusedMs)} ms`);
  if (recoveryMs > NORMAL_WITHIN_MS) throw new Error(`normal only after ${Math.round(recoveryMs)} ms`);
}
