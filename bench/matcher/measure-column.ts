/** Measures every engine on one number of rules: same fired sets first, then interleaved rounds. */
import type { EngineUnderTest } from './engine-under-test';
import { ENGINES, SPECIFICATION } from './engines';
import { MeasuredEngine, TooSlow } from './measured-engine';

const WARM_MILLIS = 6_000;
const CHECK_MILLIS = 3_000;
const MOST_CHECKED = 500;
const FEWEST = 3;

/** What to measure. */
export interface ColumnRequest {
  /** The file with the rules. */
  readonly file: string;
  readonly rules: number;
  readonly accounts: number;
  readonly rounds: number;
  /** How long one round of one engine shall take, in milliseconds. */
  readonly roundMillis: number;
  /** An engine that keeps silent for longer is left out, in milliseconds. */
  readonly patienceMillis: number;
}

/** What was found about one engine. */
export interface EngineResult {
  readonly engine: string;
  /** CPU per account in microseconds, one figure a round. */
  readonly cpuMicros: readonly number[];
  /** Accounts in each round; fewer than asked for where an engine is slow. */
  readonly accounts: number;
  /** Accounts whose fired set was compared with the specification's; 0 for floors. */
  readonly checked: number;
  readonly compileMillis: number;
  readonly firstMillis: number;
  /** What the engine holds after the rounds, in bytes. */
  readonly bytes: number;
}

/** An engine left out, and why. */
export interface MissingResult {
  readonly engine: string;
  readonly reason: string;
}

/** All engines on one number of rules. */
export interface Column {
  readonly rules: number;
  readonly results: readonly EngineResult[];
  readonly missing: readonly MissingResult[];
}

interface Candidate extends Omit<EngineResult, 'cpuMicros' | 'bytes'> {
  readonly process: MeasuredEngine;
  readonly passes: number;
}

/** Throws when an engine fires other rules than the specification (what is wrong is not fast), and once `stop` is aborted. */
export async function measureColumn(
  request: ColumnRequest,
  stop: AbortSignal,
  tell: (line: string) => void,
): Promise<Column> {
  const started: MeasuredEngine[] = [];
  const stopAll = () => started.forEach((engine) => engine.stop());
  stop.addEventListener('abort', stopAll);
  const start = (name: string) => {
    const engine = new MeasuredEngine(name);
    started.push(engine);
    return engine;
  };
  try {
    return await measureAll(request, start, tell);
  } finally {
    stop.removeEventListener('abort', stopAll);
    stopAll();
  }
}

async function measureAll(
  request: ColumnRequest,
  start: (name: string) => MeasuredEngine,
  tell: (line: string) => void,
): Promise<Column> {
  const expected = await specified(request, start(SPECIFICATION.name));
  const candidates: Candidate[] = [];
  const missing: MissingResult[] = [];
  for (const engine of ENGINES) {
    const found = await makeReady(engine, start(engine.name), request, expected);
    if ('reason' in found) missing.push(found);
    else candidates.push(found);
    tell(`${request.rules} rules, ${engine.name}: ${'reason' in found ? found.reason : told(found)}`);
  }
  const rounds = await interleave(candidates, request, tell);
  const results: EngineResult[] = [];
  for (const { process, passes: _passes, ...rest } of candidates) {
    const bytes = await process.ask('memory', {}, request.patienceMillis);
    results.push({ ...rest, cpuMicros: rounds.get(rest.engine) ?? [], bytes });
  }
  return { rules: request.rules, results, missing };
}

function told({ checked, accounts, compileMillis }: Candidate): string {
  const same = checked === 0 ? '' : `same rules fired for ${checked} accounts, `;
  return `${same}compiled in ${compileMillis.toFixed(0)} ms, ${accounts} accounts a round`;
}

async function specified(request: ColumnRequest, process: MeasuredEngine): Promise<readonly string[]> {
  const { file, rules, patienceMillis } = request;
  const accounts = Math.min(MOST_CHECKED, request.accounts);
  await process.ask('prepare', { engine: process.name, file, rules, accounts }, patienceMillis);
  const digests = await process.ask('digests', { accounts }, patienceMillis);
  process.stop();
  return digests;
}

async function makeReady(
  { name, decides }: EngineUnderTest,
  process: MeasuredEngine,
  request: ColumnRequest,
  expected: readonly string[],
): Promise<Candidate | MissingResult> {
  const { file, rules, patienceMillis, roundMillis } = request;
  try {
    const preparation = await process.ask(
      'prepare',
      { engine: name, file, rules, accounts: request.accounts },
      patienceMillis,
    );
    const micros = await process.ask('warm', { millis: WARM_MILLIS }, patienceMillis);
    const fitting = (millis: number, most: number) =>
      Math.min(most, Math.max(FEWEST, Math.floor((millis * 1_000) / micros)));
    const checked = decides ? fitting(CHECK_MILLIS, expected.length) : 0;
    await compare(process, expected.slice(0, checked), patienceMillis);
    const accounts = fitting(roundMillis, request.accounts);
    const passes = Math.max(1, Math.round((roundMillis * 1_000) / (micros * accounts)));
    return { engine: name, process, ...preparation, checked, accounts, passes };
  } catch (fault) {
    if (fault instanceof TooSlow) return { engine: name, reason: fault.message };
    throw fault;
  }
}

async function compare(
  process: MeasuredEngine,
  expected: readonly string[],
  patienceMillis: number,
): Promise<void> {
  const digests = await process.ask('digests', { accounts: expected.length }, patienceMillis);
  const account = expected.findIndex((digest, at) => digest !== digests[at]);
  if (account < 0) return;
  const fired = await process.ask('fired', { account }, patienceMillis);
  throw new Error(`${process.name} fires other rules for account ${account}: ${fired.join(', ')}`);
}

async function interleave(
  candidates: readonly Candidate[],
  { rules, rounds, patienceMillis }: ColumnRequest,
  tell: (line: string) => void,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, number[]>(candidates.map(({ engine }) => [engine, []]));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { engine, process, accounts, passes } of candidates) {
      found.get(engine)?.push(await process.ask('round', { accounts, passes }, patienceMillis));
    }
    tell(`${rules} rules, round ${round} of ${rounds}`);
  }
  return found;
}
