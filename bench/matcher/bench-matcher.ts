/** Measures our evaluators against other engines and against the floors, in interleaved rounds of one run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OURS } from './engines';
import { writeWorkload } from './matcher-input';
import { batchTable, matcherTables } from './matcher-table';
import { type BatchResult, measureBatch } from './measure-batch';
import { type Column, measureColumn } from './measure-column';

const BATCH_RULES = 100;

/** The options of `npm run bench -- matcher`. */
export interface MatcherBenchOptions {
  readonly rules: readonly number[];
  readonly accounts: number;
  readonly rounds: number;
  /** Length of one round of one engine, in milliseconds. */
  readonly roundMillis: number;
  /** How long an engine may keep silent before it is left out, in seconds. */
  readonly patience: number;
  /** Evaluations of the batch; 0 for none. */
  readonly batch: number;
  /** Folder for the table and the rounds. */
  readonly out: string;
}

/** Everything that was measured. */
interface Findings {
  readonly columns: Column[];
  batch: readonly BatchResult[];
}

/** Runs everything, prints the tables and keeps them with every round. What was measured before a Ctrl-C is kept too. */
export async function benchMatcher(options: MatcherBenchOptions): Promise<void> {
  mkdirSync(options.out, { recursive: true });
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('stopped')));
  const findings: Findings = { columns: [], batch: [] };
  try {
    await measure(options, findings, stop.signal);
  } catch (fault) {
    if (!stop.signal.aborted) throw fault;
    console.error('stopped');
  }
  console.log(findings.columns.length > 0 ? reportOf(findings, options) : 'Nothing was measured to the end.');
}

async function measure(options: MatcherBenchOptions, findings: Findings, stop: AbortSignal): Promise<void> {
  const file = path.join(options.out, 'matcher-rules.json');
  const most = Math.max(...options.rules, BATCH_RULES);
  const tell = (line: string) => console.error(line);
  tell(`making ${most} rules`);
  await writeWorkload(file, most);
  for (const rules of options.rules) {
    stop.throwIfAborted();
    const request = { ...options, file, rules, patienceMillis: options.patience * 1_000 };
    findings.columns.push(await measureColumn(request, stop, tell));
    keep(findings, options);
  }
  if (options.batch === 0) return;
  const { rounds, accounts, batch } = options;
  const work = { file, rules: BATCH_RULES, held: accounts, evaluations: batch, rounds };
  findings.batch = await measureBatch(work, stop, tell);
  keep(findings, options);
}

function keep(findings: Findings, options: MatcherBenchOptions): void {
  writeFileSync(path.join(options.out, 'matcher.md'), `${reportOf(findings, options)}\n`);
  writeFileSync(path.join(options.out, 'matcher.json'), JSON.stringify({ options, ...findings }, null, 2));
}

function reportOf({ columns, batch }: Findings, options: MatcherBenchOptions): string {
  const { rules, accounts, rounds, roundMillis, batch: evaluations } = options;
  const command = `npm run bench -- matcher --rules ${rules.join(',')} --accounts ${accounts} --rounds ${rounds} --round-millis ${roundMillis} --batch ${evaluations}`;
  const parts = [`\`${command}\``, matcherTables(columns, OURS.name)];
  const title = `Batch of ${evaluations} evaluations in memory, ${BATCH_RULES} rules, ${accounts} accounts over and over, medians:`;
  return [...parts, ...(batch.length > 0 ? [title, batchTable(batch)] : [])].join('\n\n');
}
