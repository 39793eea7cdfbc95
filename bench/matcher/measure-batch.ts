/** Measures a batch in memory: on the main thread, on one worker thread and on two, in interleaved rounds. */
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Piscina } from 'piscina';
import { type BatchWork, prepareBlock } from './batch-block';

const WORKER = path.resolve('bench-results/build/bench/matcher/batch-worker.js');
const WARM_BLOCKS = 12;

/** How much to evaluate. */
export interface BatchRequest extends BatchWork {
  /** Evaluations in each round: the held accounts as often as it takes. */
  readonly evaluations: number;
  readonly rounds: number;
}

/** One way of running the batch. */
export interface BatchResult {
  readonly way: string;
  /** CPU of the whole process per account in microseconds, one figure a round. */
  readonly cpuMicros: readonly number[];
  /** Accounts per second by the clock, one figure a round. */
  readonly perSecond: readonly number[];
}

interface Way {
  readonly name: string;
  /** Evaluates so many blocks; every block fires as many rules as any other. */
  run(blocks: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Throws when the threads do not all fire the same, and once `stop` is aborted. */
export async function measureBatch(
  request: BatchRequest,
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<readonly BatchResult[]> {
  const ways = [await mainThread(request, stop), pool(1, request, stop), pool(2, request, stop)];
  const results = ways.map(({ name }) => ({
    way: name,
    cpuMicros: [] as number[],
    perSecond: [] as number[],
  }));
  const blocks = Math.ceil(request.evaluations / request.held);
  try {
    for (const way of ways) await way.run(WARM_BLOCKS);
    for (let round = 1; round <= request.rounds; round += 1) {
      for (const [at, way] of ways.entries()) {
        stop.throwIfAborted();
        const found = await measureRound(way, blocks, blocks * request.held);
        results[at]?.cpuMicros.push(found.cpuMicros);
        results[at]?.perSecond.push(found.perSecond);
      }
      tell(`batch of ${blocks * request.held}, ${request.rules} rules, round ${round} of ${request.rounds}`);
    }
  } finally {
    for (const way of ways) await way.close();
  }
  return results;
}

async function measureRound(
  way: Way,
  blocks: number,
  accounts: number,
): Promise<{ readonly cpuMicros: number; readonly perSecond: number }> {
  const start = performance.now();
  const before = process.cpuUsage();
  const fired = await way.run(blocks);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1_000;
  if (new Set(fired).size !== 1)
    throw new Error(`${way.name}: blocks of the same accounts fired differently.`);
  return { cpuMicros: (user + system) / accounts, perSecond: accounts / seconds };
}

/** Between blocks it looks up, so that a Ctrl-C is heard. */
async function mainThread(work: BatchWork, stop: AbortSignal): Promise<Way> {
  const block = await prepareBlock(work);
  return {
    name: 'main thread',
    run: async (blocks) => {
      const fired: number[] = [];
      for (let done = 0; done < blocks; done += 1) {
        fired.push(block());
        await setImmediate();
        stop.throwIfAborted();
      }
      return fired;
    },
    close: () => Promise.resolve(),
  };
}

function pool(threads: number, { file, rules, held }: BatchWork, stop: AbortSignal): Way {
  const workers = new Piscina<BatchWork, number>({
    filename: WORKER,
    name: 'evaluateBlock',
    minThreads: threads,
    maxThreads: threads,
  });
  stop.addEventListener('abort', () => void workers.destroy());
  return {
    name: `${threads} worker${threads === 1 ? '' : 's'}`,
    run: (blocks) => Promise.all(Array.from({ length: blocks }, () => workers.run({ file, rules, held }))),
    close: () => workers.destroy(),
  };
}
