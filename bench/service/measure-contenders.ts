/** Measures the contenders in turn, round after round, so that what else the machine does falls on all alike. */
import { accountIdAt } from './bench-accounts';
import { type Load, loadRound, type RoundResult } from './load-round';
import type { MeasuredProcess } from './measured-process';
import { offersBody } from './offers-query';
import type { OpenContenders } from './open-contenders';
import { median } from 'simple-statistics';
import type { ContenderResult } from './result-table';
import { seededRandom } from './seeded-random';
import { steadyRound } from './steady-round';

/** So long does the compiler of the runtime go on with our service; a slow service is given up on after the rounds. */
const WARM_UP_REQUESTS = 30_000;
const WARM_UP_ROUNDS = 25;
const WARM_UP_SECONDS = 2;

/** How long and how often. */
export interface Measuring extends Omit<Load, 'seed'> {
  readonly rounds: number;
  /** Told with the progress. */
  readonly place: string;
}

interface Measured {
  readonly service: MeasuredProcess;
  /** Draws accounts of its own: whose pages another one has just read are not to be found in memory. */
  readonly seeds: () => number;
  readonly rounds: RoundResult[];
  readonly halfRounds: RoundResult[];
}

/** First as much as each takes; then ours at half of that. */
export async function measureContenders(
  { plain, floors, ours }: OpenContenders,
  measuring: Measuring,
): Promise<ContenderResult[]> {
  const all = [plain, ...floors, ...ours].map((service, at): Measured => ({
    service,
    seeds: seedsFrom(1_000 * at),
    rounds: [],
    halfRounds: [],
  }));
  for (const measured of all) await warmUp(measured, measuring);
  for (let round = 1; round <= measuring.rounds; round += 1) {
    for (const { service, seeds, rounds } of all)
      rounds.push(await loadRound(service, { ...measuring, seed: seeds() }));
    tell(measuring, round, all);
  }
  const halved = all.filter(({ service }) => ours.includes(service));
  for (const measured of halved) await halfRound(measured, measuring);
  for (let round = 1; round <= measuring.rounds; round += 1) {
    for (const measured of halved) measured.halfRounds.push(await halfRound(measured, measuring));
  }
  return all.map(({ service, rounds, halfRounds }) => ({ name: service.name, rounds, halfRounds }));
}

/** By requests and not by time, since a busy machine answers few in a second. */
async function warmUp({ service, seeds }: Measured, measuring: Measuring): Promise<void> {
  let answered = 0;
  for (let round = 0; round < WARM_UP_ROUNDS && answered < WARM_UP_REQUESTS; round += 1) {
    const load = { ...measuring, seconds: WARM_UP_SECONDS, seed: seeds() };
    answered += (await loadRound(service, load)).requestsPerSecond * WARM_UP_SECONDS;
  }
}

function seedsFrom(first: number): () => number {
  let next = first;
  return () => (next += 1);
}

/** Half of the throughput that the service reached. The first one also warms the client, which sends in another way here. */
async function halfRound(
  { service, seeds, rounds }: Measured,
  { seconds, accounts }: Measuring,
): Promise<RoundResult> {
  const requestsPerSecond = median(rounds.map((round) => round.requestsPerSecond)) / 2;
  const random = seededRandom(seeds());
  const before = await service.figures();
  const found = await steadyRound(service, {
    seconds,
    requestsPerSecond,
    next: () => ({
      body: offersBody(accountIdAt(random.between(0, accounts - 1))),
      check: refuseErrors,
    }),
  });
  const after = await service.figures();
  if (found.failed > 0)
    throw new Error(`${service.name}: ${found.failed} failed: ${found.failures.join('; ')}`);
  return {
    requestsPerSecond: found.answered / seconds,
    cpuMicros: (after.cpuMicros - before.cpuMicros) / found.answered,
    p50Millis: found.p50Millis,
    p99Millis: found.p99Millis,
    longestBlockMillis: after.longestBlockMillis,
    refusedShare: found.refused / (found.answered + found.refused),
  };
}

function refuseErrors(text: string): void {
  if (text.includes('"errors":')) throw new Error(text);
}

function tell({ place, rounds }: Measuring, round: number, all: readonly Measured[]): void {
  const told = all.map((measured) => {
    const { requestsPerSecond = NaN, cpuMicros = NaN } = measured.rounds.at(-1) ?? {};
    return `${measured.service.name}: ${requestsPerSecond.toFixed(0)} req/s, ${cpuMicros.toFixed(0)} µs`;
  });
  console.log(`${place}: round ${round} of ${rounds}: ${told.join(' · ')}`);
}
