/** P18: two replicas start together on an empty database, then are stopped in order and started again, in turns, behind a small balancer under load. */
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../src/adapters/persistence/open-database';
import { openSql } from '../src/adapters/persistence/open-sql';
import { answerUnit, writeAccounts } from './answer-units';
import { type DatabasePlace, withDatabase } from './database-place';
import { askForDecision, type DecisionAnswer } from './decision-client';
import type { DatabaseKind, Fault, FaultOutcome } from './fault';
import { ServiceProcess } from './service-process';

const WORKERS = 8;
const ATTEMPTS = 3;
const PROBE_MS = 30;
/** Several probes long, so that the balancer has looked elsewhere before the listener closes. */
const SETTINGS = { DRAIN_DELAY_MS: '1000' };

/** Sends requests to the replicas that say they are ready, in turns; what was refused before it was sent goes to the next. */
class Balancer {
  answered = 0;
  /** Why requests were lost. */
  readonly lost: string[] = [];
  private turn = 0;
  private stopped = false;
  private ready: readonly string[];
  private readonly work: Promise<unknown>;

  constructor(private readonly urls: readonly string[]) {
    this.ready = urls;
    this.work = Promise.all([this.probe(), ...Array.from({ length: WORKERS }, () => this.send())]);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.work;
  }

  private async probe(): Promise<void> {
    while (!this.stopped) {
      const asked = this.urls.map(
        async (url) => (await fetch(`${url}/readyz`).catch(() => null))?.status === 200,
      );
      const states = await Promise.all(asked);
      this.ready = this.urls.filter((_, index) => states[index]);
      await wait(PROBE_MS);
    }
  }

  private async send(): Promise<void> {
    while (!this.stopped) {
      const { accountId } = answerUnit(this.answered);
      const answer = await this.sendOnce(accountId);
      if (answer.status === 200) this.answered += 1;
      else this.lost.push(answer.failure ?? String(answer.status));
    }
  }

  /** Refused connections and 503 with Retry-After did nothing, so any balancer may ask another replica. */
  private async sendOnce(accountId: string): Promise<DecisionAnswer> {
    for (let attempts = 1; ; attempts += 1) {
      this.turn += 1;
      const url = this.ready[this.turn % Math.max(1, this.ready.length)] ?? this.urls[0] ?? '';
      const answer = await askForDecision(url, accountId);
      const didNothing = answer.failure === 'ECONNREFUSED' || answer.retryAfter !== null;
      if (!didNothing || attempts === ATTEMPTS) return answer;
    }
  }
}

/** Throws when a migration ran twice. `lost` are requests without an answer; each of `tries` is one replica stopped and started. */
export function restartedReplicas(database: DatabaseKind): Fault {
  return {
    name: 'P18 replicas restarted under load',
    database,
    run: ({ tries }) => withDatabase(database, (place) => restart(place, tries), { migrated: false }),
  };
}

/** Both or none. */
async function startTogether(place: DatabasePlace): Promise<readonly ServiceProcess[]> {
  const starts = [0, 1].map(() => ServiceProcess.on(place.url, place.folder, SETTINGS));
  const ends = await Promise.allSettled(starts);
  const replicas = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed === undefined) return replicas;
  for (const replica of replicas) await replica.kill();
  throw failed.reason;
}

async function restart(place: DatabasePlace, tries: number): Promise<FaultOutcome> {
  const replicas = await startTogether(place);
  await refuseRepeatedMigrations(place.url);
  const stores = await openDatabase(place.url);
  await writeAccounts(stores.accountStore).finally(() => stores.database.close());
  const balancer = new Balancer(replicas.map(({ url }) => url));
  try {
    for (let index = 0; index < tries; index += 1) {
      await replicas[index % replicas.length]?.stop();
      await replicas[index % replicas.length]?.start();
      await wait(2 * PROBE_MS);
    }
    await balancer.stop();
    const { answered, lost } = balancer;
    const note = ['decisions', ...new Set(lost)].join(' ');
    return { tries, acknowledged: answered, lost: lost.length, doubled: 0, halfDone: 0, gapMs: null, note };
  } finally {
    await balancer.stop();
    for (const replica of replicas) await replica.kill();
  }
}

/** Replicas that start together take turns at migrating: each migration is carried out by one of them. */
async function refuseRepeatedMigrations(url: string): Promise<void> {
  const database = await openSql(url);
  const rows = await database
    .all<{ name: string }>('SELECT name FROM schema_migration', [])
    .finally(() => database.close());
  const names = new Set(rows.map(({ name }) => name));
  if (names.size === 0 || names.size < rows.length)
    throw new Error(`${rows.length} migrations were carried out, ${names.size} different ones`);
}
