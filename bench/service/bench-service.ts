/** Measures our service against a plain one and three floors on the same data, in interleaved rounds of one run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseKind } from './bench-databases';
import { measureContenders } from './measure-contenders';
import { openContenders, plainName } from './open-contenders';
import { contenderTable, halfLoadTable, type PlaceResult } from './result-table';
import { FLOORS } from './service-commands';

/** The options of `npm run bench -- service`. */
export interface ServiceBenchOptions {
  readonly accounts: readonly number[];
  /** Rules in the releases of our service, each measured beside the others. */
  readonly rules: readonly number[];
  /** Rules of the plain service; both answer with these when their answers are compared. */
  readonly plainRules: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  readonly database: DatabaseKind | 'both';
  /** Whether filled databases stay under bench-results/ and on the server for other runs of the same day. */
  readonly keep: boolean;
  /** mysql://user:password@host:port of a server on which databases may be made. */
  readonly mariadb: string;
}

/** Where results, documents, databases and the compiled files lie. */
export const RESULTS = path.resolve('bench-results');

/** Runs everything, prints the tables and keeps them with every round under bench-results/. */
export async function benchService(options: ServiceBenchOptions): Promise<void> {
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
  mkdirSync(RESULTS, { recursive: true });
  const results: PlaceResult[] = [];
  for (const kind of kindsOf(options)) {
    for (const accounts of options.accounts) {
      results.push(await measureOn(kind, accounts, options));
      const text = wordsOf(command, results, options);
      console.log(`\n${text}`);
      writeFileSync(path.join(RESULTS, 'service.md'), text);
      writeFileSync(
        path.join(RESULTS, 'service.json'),
        JSON.stringify({ command, options, results }, null, 2),
      );
    }
  }
}

function kindsOf({ database }: ServiceBenchOptions): readonly DatabaseKind[] {
  return database === 'both' ? ['sqlite', 'mariadb'] : [database];
}

async function measureOn(
  kind: DatabaseKind,
  accounts: number,
  options: ServiceBenchOptions,
): Promise<PlaceResult> {
  const open = await openContenders(kind, accounts, { ...options, folder: RESULTS });
  try {
    const contenders = await measureContenders(open, { ...options, accounts, place: kind });
    return { database: kind, accounts, contenders };
  } finally {
    await open.close();
  }
}

function wordsOf(command: string, results: readonly PlaceResult[], options: ServiceBenchOptions): string {
  const yardsticks = { plain: plainName(options.plainRules), apollo: FLOORS.apollo };
  return [
    `\`${command}\`: medians of ${options.rounds} interleaved rounds of ${options.seconds} s, ${options.connections} connections`,
    contenderTable(results, yardsticks),
    'At half of that throughput, sent on time whether or not the answers came:',
    halfLoadTable(results),
  ].join('\n\n');
}
