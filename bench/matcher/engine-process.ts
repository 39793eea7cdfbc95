/** Runs one engine in a process of its own and answers what the benchmark asks, so that no engine warms or hinders another. */
import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { workloadAccounts } from '../workload/workload-accounts';
import type { EngineAnswers, EngineMessage, EngineQuestions, Preparation } from './engine-messages';
import type { Ask, ReadyEngine } from './engine-under-test';
import { ENGINES, SPECIFICATION } from './engines';
import { BENCH_NOW, readInput, shippedDocuments } from './matcher-input';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let engine: ReadyEngine | null = null;
let asks: readonly Ask[] = [];
/** Kept, so that what is freed meanwhile does not count for the engine. */
const kept: unknown[] = [];
/** What was in memory before there was an engine, and what its accounts then took; in bytes. */
let others = 0;

async function prepare(question: EngineQuestions['prepare']): Promise<Preparation> {
  const found = [SPECIFICATION, ...ENGINES].find(({ name }) => name === question.engine);
  if (found === undefined) throw new Error(`There is no engine ${question.engine}.`);
  const input = readInput(question.file, question.rules);
  const accounts = [...workloadAccounts(await shippedDocuments(), question.accounts, BENCH_NOW)];
  kept.push(input, accounts);
  others = bytesHeld();
  const start = performance.now();
  engine = await found.prepare(input);
  const compileMillis = performance.now() - start;
  const compiled = bytesHeld();
  asks = accounts.map((facts) => ready().about(facts));
  others += bytesHeld() - compiled;
  const first = performance.now();
  await asks[0]?.();
  return { compileMillis, firstMillis: performance.now() - first };
}

function ready(): ReadyEngine {
  if (engine === null) throw new Error('The engine is not prepared.');
  return engine;
}

function bytesHeld(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** By CPU, so that a busy machine warms no less; in batches that double, so that the clock is hardly looked at. */
async function warm({ millis }: EngineQuestions['warm']): Promise<number> {
  const before = process.cpuUsage();
  let done = 0;
  let micros = 0;
  for (let batch = 1; micros < millis * 1_000; batch *= 2) {
    for (let asked = 0; asked < batch; asked += 1) await asks[(done + asked) % asks.length]?.();
    done += batch;
    const { user, system } = process.cpuUsage(before);
    micros = user + system;
  }
  return micros / done;
}

async function fired({ account }: EngineQuestions['fired']): Promise<string[]> {
  const found = (await asks[account]?.()) ?? [];
  return found.map((one) => ready().keyOf(one)).sort();
}

async function digests({ accounts }: EngineQuestions['digests']): Promise<string[]> {
  const all: string[] = [];
  for (let account = 0; account < accounts; account += 1) {
    all.push(
      createHash('sha256')
        .update(JSON.stringify(await fired({ account })))
        .digest('base64'),
    );
  }
  return all;
}

/** Only what promises is awaited: engines that answer at once shall not pay for those that do not. */
async function round({ accounts, passes }: EngineQuestions['round']): Promise<number> {
  const asked = asks.slice(0, accounts);
  const before = process.cpuUsage();
  for (let pass = 0; pass < passes; pass += 1) {
    for (const ask of asked) {
      const answer = ask();
      if (answer instanceof Promise) await answer;
    }
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (asked.length * passes);
}

const ANSWERS: {
  readonly [K in keyof EngineQuestions]: (
    question: EngineQuestions[K],
  ) => EngineAnswers[K] | Promise<EngineAnswers[K]>;
} = { prepare, warm, digests, fired, round, memory: () => bytesHeld() - others };

async function answer(message: EngineMessage): Promise<void> {
  try {
    const asked = ANSWERS[message.what] as (question: unknown) => unknown;
    process.send?.({ answer: await asked(message.with) });
  } catch (fault) {
    process.send?.({ fault: fault instanceof Error ? fault.message : String(fault) });
  }
}

process.on('message', (message: EngineMessage) => void answer(message));
process.on('disconnect', () => process.exit());
