/** Measures a simulation over all accounts alone and beside live traffic, and live traffic alone and beside a simulation. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountIdAt } from '../service/bench-accounts';
import { type DatabaseKind, makeDatabases } from '../service/bench-databases';
import { writeBenchDocuments } from '../service/bench-documents';
import { RESULTS } from '../service/bench-service';
import { fillDatabases } from '../service/fill-databases';
import { forgetReleases } from '../service/forget-releases';
import { markdownTable } from '../service/markdown-table';
import { type MeasuredProcess, startMeasured } from '../service/measured-process';
import { offersBody } from '../service/offers-query';
import { seededRandom } from '../service/seeded-random';
import { ourCommand } from '../service/service-commands';
import { steadyRound, type SteadyResult } from '../service/steady-round';
import {
  retireOffer,
  simulationDone,
  simulationState,
  startSimulation,
  type SimulationState,
} from './simulation-client';

/** The options of `npm run bench -- simulation`. */
export interface SimulationBenchOptions {
  readonly accounts: number;
  readonly rules: number;
  /** Live requests per second. */
  readonly rate: number;
  /** Length of one round of live traffic. */
  readonly seconds: number;
  readonly keep: boolean;
  readonly database: DatabaseKind;
  readonly mariadb: string;
}

const BUILD = path.join(RESULTS, 'build');
const RETIRED = 'message-pack';
const SEED = 9;
const WARM_UP_SECONDS = 5;

/** Prints the tables and keeps them under bench-results/. */
export async function benchSimulation(options: SimulationBenchOptions): Promise<void> {
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
  mkdirSync(RESULTS, { recursive: true });
  const documents = path.join(RESULTS, 'documents-simulation');
  await writeBenchDocuments(documents, options.rules, Date.now());
  const text = `\`${command}\`\n\n${await measureOn(documents, options)}\n`;
  console.log(`\n${text}`);
  writeFileSync(path.join(RESULTS, 'simulation.md'), text);
}

async function measureOn(documents: string, options: SimulationBenchOptions): Promise<string> {
  const { database: kind, accounts, mariadb: server, keep, rules } = options;
  const folder = path.join(RESULTS, 'databases');
  const databases = await makeDatabases({ kind, accounts, ours: 1, keep, folder, server });
  try {
    if (!databases.filled) await fillDatabases(databases, accounts, Date.now(), () => undefined);
    databases.keep();
    const [url = ''] = databases.ours;
    await forgetReleases(url);
    const service = await startMeasured(
      ourCommand(BUILD, url, documents, `ours, ${rules} rules`),
      accountIdAt(0),
    );
    return await measure(service, options).finally(() => service.stop());
  } finally {
    await databases.release();
  }
}

async function measure(service: MeasuredProcess, options: SimulationBenchOptions): Promise<string> {
  await retireOffer(service, RETIRED);
  await liveRound(service, options, WARM_UP_SECONDS);
  const before = await liveRound(service, options, options.seconds);
  const alone = await simulationDone(service, await startSimulation(service));
  console.log(simulationLine('alone', alone));
  const { live, simulation } = await together(service, options);
  const after = await liveRound(service, options, options.seconds);
  return [
    simulationTable([
      ['alone', alone],
      ['beside live traffic', simulation],
    ]),
    liveTable([
      ['before', before],
      ['beside a simulation', live],
      ['after', after],
    ]),
  ].join('\n\n');
}

/** Live rounds for as long as the simulation takes; those that it was there all through count. */
async function together(service: MeasuredProcess, options: SimulationBenchOptions) {
  const id = await startSimulation(service);
  const rounds: SteadyResult[] = [];
  do rounds.push(await liveRound(service, options, options.seconds));
  while ((await simulationState(service, id)).finishedAt === null);
  const simulation = await simulationDone(service, id);
  const whole = rounds.length > 1 ? rounds.slice(0, -1) : rounds;
  const worst = whole.reduce((a, b) => (b.p99Millis > a.p99Millis ? b : a));
  return { live: worst, simulation };
}

function liveRound(
  service: MeasuredProcess,
  { accounts, rate }: SimulationBenchOptions,
  seconds: number,
): Promise<SteadyResult> {
  const random = seededRandom(SEED);
  const next = () => ({
    body: offersBody(accountIdAt(random.between(0, accounts - 1))),
    check: (text: string) => {
      if (text.includes('"errors":')) throw new Error(text);
    },
  });
  return steadyRound(service, { seconds, requestsPerSecond: rate, next });
}

function simulationTable(rows: readonly (readonly [string, SimulationState])[]): string {
  return markdownTable(
    ['Simulation', 'accounts', 'changed', 'seconds', 'accounts/s', 'µs/account'],
    rows.map(([name, state]) => [name, ...cellsOf(state)]),
  );
}

function simulationLine(name: string, state: SimulationState): string {
  const [accounts, , seconds, perSecond, micros] = cellsOf(state);
  return `${name}: ${accounts} accounts in ${seconds} s, ${perSecond}/s, ${micros} µs each`;
}

function cellsOf({ processed, changedAccounts, startedAt, finishedAt }: SimulationState): readonly string[] {
  const seconds = (Date.parse(finishedAt ?? '') - Date.parse(startedAt)) / 1_000;
  const perSecond = processed / seconds;
  const micros = (seconds * 1_000_000) / processed;
  return [
    ...[String(processed), String(changedAccounts), seconds.toFixed(1)],
    ...[perSecond.toFixed(0), micros.toFixed(0)],
  ];
}

/** Of several rounds beside a simulation the one with the highest p99. */
function liveTable(rows: readonly (readonly [string, SteadyResult])[]): string {
  return markdownTable(
    ['Live traffic', 'answered', 'refused', 'failed', 'p50 ms', 'p99 ms', 'longest ms'],
    rows.map(([name, result]) => [
      ...[name, String(result.answered), String(result.refused), String(result.failed)],
      ...[result.p50Millis, result.p99Millis, result.longestMillis].map((millis) => millis.toFixed(1)),
    ]),
  );
}
