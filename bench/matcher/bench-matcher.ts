/** Measures our evaluators against other engines and against the floors, in interleaved rounds of one run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OURS } from './engines';
import { writeWorkload } from './matcher-input';
import { matcherTables } from './matcher-table';
import { type Column, measureColumn } from './measure-column';

/** The options of `npm run bench -- matcher`. */
export interface MatcherBenchOptions {
  readonly rules: readonly number[];
  readonly accounts: number;
  readonly rounds: number;
  /** Length of one round of one engine, in milliseconds. */
  readonly roundMillis: number;
  /** How long an engine may keep silent before it is left out, in seconds. */
  readonly patience: number;
  /** Folder for the table and the rounds. */
  readonly out: string;
}

/** Runs everything, prints the tables and keeps them with every round. What was measured before a Ctrl-C is kept too. */
export async function benchMatcher(options: MatcherBenchOptions): Promise<void> {
  mkdirSync(options.out, { recursive: true });
  const file = path.join(options.out, 'matcher-rules.json');
  console.error(`making ${Math.max(...options.rules)} rules`);
  await writeWorkload(file, Math.max(...options.rules));
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const columns: Column[] = [];
  try {
    for (const rules of options.rules) {
      const request = { ...options, file, rules, patienceMillis: options.patience * 1_000 };
      columns.push(await measureColumn(request, (line) => console.error(line)));
      keep(columns, options);
    }
  } catch (fault) {
    if (!stop.signal.aborted) throw fault;
    console.error('stopped');
  }
  console.log(reportOf(columns, options));
}

function keep(columns: readonly Column[], options: MatcherBenchOptions): void {
  writeFileSync(path.join(options.out, 'matcher.md'), `${reportOf(columns, options)}\n`);
  writeFileSync(path.join(options.out, 'matcher.json'), JSON.stringify({ options, columns }, null, 2));
}

function reportOf(columns: readonly Column[], options: MatcherBenchOptions): string {
  const { rules, accounts, rounds, roundMillis } = options;
  const command = `npm run bench -- matcher --rules ${rules.join(',')} --accounts ${accounts} --rounds ${rounds} --round-millis ${roundMillis}`;
  return `${command}\n\n${matcherTables(columns, OURS.name)}`;
}
