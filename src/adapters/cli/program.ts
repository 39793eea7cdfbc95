/** Declares the command line: its words, its help, and which command does what. */
import { Command } from 'commander';
import { aboutAccount, type ContextOptions } from './about-account';
import { addAudit, type AuditCommands } from './add-audit';
import type { ExplainCommands } from './add-explain';
import { addReport, type ReportOptions } from './add-report';
import { addRules, type RulesCommands } from './add-rules';

/** What the commands do; each resolves to the exit code of the process. */
export interface Commands extends AuditCommands, ExplainCommands, RulesCommands {
  readonly serve: () => Promise<number>;
  readonly seed: () => Promise<number>;
  readonly showDecision: (accountId: string, options: ContextOptions) => Promise<number>;
  readonly printSchema: (file: string) => Promise<number>;
  readonly createKey: (options: KeyOptions) => Promise<number>;
  readonly listKeys: () => Promise<number>;
  readonly revokeKey: (id: string) => Promise<number>;
  readonly report: (options: ReportOptions) => Promise<number>;
  readonly importFile: (subject: string, file: string, options: ImportOptions) => Promise<number>;
}

/** The options of `keys create`, as typed. */
export interface KeyOptions {
  readonly name: string;
  /** Parted by commas. */
  readonly scopes: string;
  readonly expires?: string;
}

/** The options of `import`, as typed. */
export interface ImportOptions {
  readonly format?: string;
  readonly restart?: boolean;
}

/** Builds the program. Exit codes: 0 done, 1 refused or failed, 2 not understood. */
export function createProgram(commands: Commands, exit: (code: number) => void): Command {
  const run =
    <A extends unknown[]>(command: (...args: A) => Promise<number>) =>
    async (...args: A) =>
      exit(await command(...args));
  const program = new Command('expansion').description(
    'Decides what, if anything, to offer one account here and now.',
  );
  program
    .command('serve')
    .description('migrate, load the rules, seed when empty, and serve GraphQL')
    .action(run(commands.serve));
  program
    .command('seed')
    .description('load the demo accounts into a database without accounts')
    .action(run(commands.seed));
  addDecide(program, run(commands.showDecision));
  addRules(program, commands, run);
  addImport(program, run(commands.importFile));
  addReport(program, run(commands.report));
  addKeys(program, commands, run);
  addAudit(program, commands, run);
  program
    .command('schema')
    .description('write the GraphQL schema')
    .argument('[file]', 'where to', 'schema.graphql')
    .action(run((file: string) => commands.printSchema(file)));
  return program;
}

function addDecide(
  program: Command,
  action: (accountId: string, options: ContextOptions) => Promise<void>,
): void {
  aboutAccount(program.command('decide'))
    .description('print the decision for one account: offers with their words and figures, or why not')
    .action((account: string, options: ContextOptions) => action(account, options));
}

function addImport(
  program: Command,
  action: (subject: string, file: string, options: ImportOptions) => Promise<void>,
): void {
  program
    .command('import')
    .description('take in accounts, usage or account events from CSV or NDJSON; see docs/import.md')
    .argument('<subject>', 'accounts, usage or events')
    .argument('<file>', 'a .csv, .ndjson or .jsonl file, .gz after it if compressed; - for standard input')
    .option('--format <format>', 'csv or ndjson, where the name does not say')
    .option('--restart', 'begin with the first line, whatever an interrupted import left')
    .action((subject: string, file: string, options: ImportOptions) => action(subject, file, options));
}

function addKeys(
  program: Command,
  commands: Commands,
  run: <A extends unknown[]>(command: (...args: A) => Promise<number>) => (...args: A) => Promise<void>,
): void {
  const keys = program.command('keys').description('make, list and revoke API keys');
  keys
    .command('create')
    .description('make a key and print its secret, this once')
    .requiredOption('--name <name>', 'what people call it')
    .requiredOption('--scopes <list>', 'what it may do, parted by commas: offers:read,responses:write')
    .option('--expires <time>', 'RFC 3339; from then on it is refused')
    .action((options: KeyOptions) => run(commands.createKey)(options));
  keys
    .command('list')
    .description('list every key with its state, without its secret')
    .action(run(() => commands.listKeys()));
  keys
    .command('revoke')
    .description('take a key out of force, for good')
    .argument('<id>', 'id of the key, as `list` shows it')
    .action(run((id: string) => commands.revokeKey(id)));
}
