/** P16: twice and three times of what can be answered is asked; goodput stays, the rest is turned away at once. */
import { median, quantileSorted, sum } from 'simple-statistics';
import { openDatabase } from '../src/adapters/persistence/open-database';
import { writeAccounts } from './answer-units';
import { type DatabasePlace, withDatabase } from './database-place';
import type { DatabaseKind, Fault, FaultOutcome } from './fault';
import { KINDS, OverloadRounds, type RoundResult } from './overload-round';
import { ServiceProcess } from './service-process';

const PEAK_CONNECTIONS = 16;
const ROUND_SECONDS = 4;

/** A round at peak and the round of overload beside it. */
interface Pair {
  readonly peak: RoundResult;
  readonly over: RoundResult;
}

/**
 * Figures depend on the machine and are printed, not judged; a wrong answer throws. `tries` are pairs of rounds, and the
 * figures their medians; `acknowledged` are answers recorded.
 */
export const overload =
  (timesPeak: 2 | 3) =>
  (database: DatabaseKind): Fault => ({
    name: `P16 ${timesPeak} times the capacity`,
    database,
    run: ({ tries }) => withDatabase(database, (place) => overloadOn(place, timesPeak, tries)),
  });

async function overloadOn(place: DatabasePlace, timesPeak: number, tries: number): Promise<FaultOutcome> {
  const stores = await openDatabase(place.url);
  await writeAccounts(stores.accountStore).finally(() => stores.database.close());
  const service = await ServiceProcess.on(place.url, place.folder);
  try {
    const pairs = await pairsOf(new OverloadRounds(service.url), timesPeak, tries);
    const acknowledged = sum(pairs.map(({ peak, over }) => peak.served.answers + over.served.answers));
    return { tries, acknowledged, lost: 0, doubled: 0, halfDone: 0, gapMs: null, note: noteOf(pairs) };
  } finally {
    await service.stop();
  }
}

/** After a round that only warms up: a peak of a cold service would flatter what follows. */
async function pairsOf(rounds: OverloadRounds, timesPeak: number, tries: number): Promise<readonly Pair[]> {
  const atPeak = { connections: PEAK_CONNECTIONS, seconds: ROUND_SECONDS };
  await rounds.run(atPeak);
  const pairs: Pair[] = [];
  while (pairs.length < tries) {
    const peak = await rounds.run(atPeak);
    const rate = Math.round(timesPeak * peak.goodput);
    const over = await rounds.run({ rate, timesPeak, seconds: ROUND_SECONDS });
    pairs.push({ peak, over });
  }
  return pairs;
}

/**
 * By wall clock the load, the database and whatever else runs here take part; `of its processor time` is what served
 * requests would have cost at peak, as a share of what the overloaded service used.
 */
function noteOf(pairs: readonly Pair[]): string {
  const of = (figure: (pair: Pair) => number) => median(pairs.map(figure));
  const rounded = (figure: (pair: Pair) => number) => Math.round(of(figure));
  const percent = (figure: (pair: Pair) => number) => Math.round(100 * of(figure));
  const taken = KINDS.map((kind) => `${kind} ${percent(({ over }) => servedShare(over, kind))} %`);
  return (
    `${rounded(({ peak }) => peak.goodput)} req/s at peak, ${rounded(({ over }) => over.goodput)} ` +
    `(${percent(({ peak, over }) => over.goodput / peak.goodput)} %, ${percent(usefulShare)} % of its processor time) ` +
    `with ${rounded(({ over }) => over.offered)} asked; served ${rounded(({ peak }) => servedMicros(peak))} µs, ` +
    `refused ${rounded(refusedMicros)} µs, after ${rounded(({ over }) => refusedAfter(over, 0.5))} ms ` +
    `(p99 ${rounded(({ over }) => refusedAfter(over, 0.99))}); taken: ${taken.join(', ')}`
  );
}

function servedCount({ served }: RoundResult): number {
  return sum(KINDS.map((kind) => served[kind]));
}

/** Processor time of a served request at peak, in microseconds. */
function servedMicros(peak: RoundResult): number {
  return (1e6 * peak.cpuSeconds) / servedCount(peak);
}

function usefulShare({ peak, over }: Pair): number {
  return (servedCount(over) * servedMicros(peak)) / (1e6 * over.cpuSeconds);
}

/** What is left of the processor time, for each refusal, in microseconds. */
function refusedMicros({ peak, over }: Pair): number {
  const left = 1e6 * over.cpuSeconds - servedCount(over) * servedMicros(peak);
  return left / Math.max(1, over.refusedAfter.length);
}

function refusedAfter({ refusedAfter: sorted }: RoundResult, share: number): number {
  return sorted.length === 0 ? 0 : quantileSorted([...sorted], share);
}

function servedShare({ served, refused }: RoundResult, kind: (typeof KINDS)[number]): number {
  return served[kind] / Math.max(1, served[kind] + refused[kind]);
}
