/** Measures our service against a plain one on the same data, in interleaved rounds of one run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountIdAt } from './bench-accounts';
import { type BenchDatabases, type DatabaseKind, fillDatabases, makeDatabases } from './bench-databases';
import { writeBenchDocuments } from './bench-documents';
import { compareAnswers } from './compare-answers';
import { loadRound, type RoundResult } from './load-round';
import { type MeasuredProcess, type ServiceCommand, startMeasured } from './measured-process';
import { type DatabaseResult, resultTable } from './result-table';

const RESULTS = path.resolve('bench-results');
const BUILD = path.join(RESULTS, 'build');
const ADMIN_API_KEY = 'bench-key-of-no-value-whatsoever-0123456789';
const SAMPLE = 500;
const WARM_UP_SECONDS = 3;

/** The options of `npm run bench -- service`. */
export interface ServiceBenchOptions {
  readonly accounts: number;
  readonly rules: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  readonly database: DatabaseKind | 'both';
  /** mysql://user:password@host:port of a server on which databases may be made. */
  readonly mariadb: string;
}

/** Runs everything, prints the table and keeps it with every round under bench-results/. */
export async function benchService(options: ServiceBenchOptions): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  const documents = path.join(RESULTS, 'rules');
  writeBenchDocuments(documents, options.rules);
  const kinds: DatabaseKind[] = options.database === 'both' ? ['sqlite', 'mariadb'] : [options.database];
  const results: DatabaseResult[] = [];
  for (const kind of kinds) results.push(await measureOn(kind, documents, options));
  const table = resultTable(results);
  console.log(
    `\n${options.accounts} accounts, ${options.rules} rules, medians of ${options.rounds} rounds\n\n${table}`,
  );
  writeFileSync(path.join(RESULTS, 'service.md'), `${table}\n`);
  writeFileSync(path.join(RESULTS, 'service.json'), JSON.stringify({ options, results }, null, 2));
}

async function measureOn(
  kind: DatabaseKind,
  documents: string,
  options: ServiceBenchOptions,
): Promise<DatabaseResult> {
  const databases = await makeDatabases(kind, RESULTS, options.mariadb);
  const running: MeasuredProcess[] = [];
  try {
    console.log(`${kind}: filling two databases with ${options.accounts} accounts`);
    await fillDatabases(databases, options.accounts, documents, Date.now());
    const naive = await startMeasured(naiveCommand(databases), accountIdAt(0));
    running.push(naive);
    const ours = await startMeasured(ourCommand(databases, documents), accountIdAt(0));
    running.push(ours);
    const same = await compareAnswers([naive, ours], options.accounts, Math.min(SAMPLE, options.accounts));
    console.log(
      `${kind}: same answers for ${same.compared} accounts, ${same.offers} offers to ${same.withOffers} of them`,
    );
    return await measure(kind, ours, naive, options);
  } finally {
    for (const service of running) await service.stop();
    await databases.drop();
  }
}

async function measure(
  kind: DatabaseKind,
  ours: MeasuredProcess,
  naive: MeasuredProcess,
  options: ServiceBenchOptions,
): Promise<DatabaseResult> {
  const found = { database: kind, ours: [] as RoundResult[], naive: [] as RoundResult[] };
  for (const service of [naive, ours])
    await loadRound(service, { ...options, seconds: WARM_UP_SECONDS, seed: 0 });
  for (let round = 1; round <= options.rounds; round += 1) {
    found.naive.push(await loadRound(naive, { ...options, seed: round }));
    found.ours.push(await loadRound(ours, { ...options, seed: round }));
    console.log(
      `${kind}: round ${round} of ${options.rounds}: ${told(found.naive)} plain, ${told(found.ours)} ours`,
    );
  }
  return found;
}

function told(rounds: readonly RoundResult[]): string {
  const last = rounds.at(-1);
  return `${last?.requestsPerSecond.toFixed(0)} req/s at ${last?.cpuMicros.toFixed(0)} µs`;
}

function naiveCommand(databases: BenchDatabases): ServiceCommand {
  return {
    name: 'plain',
    script: path.join(BUILD, 'bench/naive-service/main.js'),
    args: [],
    path: '/',
    environment: { DATABASE_URL: databases.naive },
    headers: {},
  };
}

function ourCommand(databases: BenchDatabases, documents: string): ServiceCommand {
  return {
    name: 'ours',
    script: path.join(BUILD, 'src/main.js'),
    args: ['serve'],
    path: '/graphql',
    environment: {
      DATABASE_URL: databases.ours,
      RULES_DIR: documents,
      ADMIN_API_KEY,
      SIGNING_SECRET: 'bench-secret-of-no-value-whatsoever-0123456789',
      LOG_LEVEL: 'warn',
    },
    headers: { authorization: `Bearer ${ADMIN_API_KEY}` },
  };
}
