/** Declares the commands `rules …`: their options, and what each takes. */
import type { Command } from 'commander';
import { addExplain, type ExplainCommands } from './add-explain';
import { addPull, type PullFlags } from './add-pull';
import { addSimulate, type SimulateOptions } from './add-simulate';

/** The options of `rules push`, as typed. */
export interface PushOptions {
  readonly prune?: boolean;
  readonly message?: string;
}

/** The options of `rules publish`, as typed. */
export interface PublishOptions {
  readonly message: string;
  readonly draft?: boolean;
  readonly at?: string;
}

/** What the commands about documents and releases do; each resolves to the exit code of the process. */
export interface RulesCommands {
  readonly checkRules: (folder: string) => Promise<number>;
  readonly testRules: (folder: string) => Promise<number>;
  readonly diffRules: (folder: string) => Promise<number>;
  readonly pullRules: (folder: string, options: PullFlags) => Promise<number>;
  readonly pushRules: (folder: string, options: PushOptions) => Promise<number>;
  readonly showPending: () => Promise<number>;
  readonly simulateRules: (options: SimulateOptions) => Promise<number>;
  readonly approveRules: (options: { readonly comment?: string }) => Promise<number>;
  readonly publishRules: (folder: string, options: PublishOptions) => Promise<number>;
  readonly rollBackRules: (release: string, options: { readonly message: string }) => Promise<number>;
  readonly listReleases: () => Promise<number>;
}

type Run = <A extends unknown[]>(command: (...args: A) => Promise<number>) => (...args: A) => Promise<void>;

const FOLDER = ['[folder]', 'where the documents are', './rules'] as const;
const MESSAGE = ['-m, --message <text>', 'what changed and why'] as const;

/** Adds them to the program. */
export function addRules(program: Command, commands: RulesCommands & ExplainCommands, run: Run): void {
  const rules = program
    .command('rules')
    .description('check, test, compare, edit and publish the documents under rules/');
  addReading(rules, commands, run);
  addPull(rules, run(commands.pullRules));
  addEditing(rules, commands, run);
  addSimulate(rules, run(commands.simulateRules));
  addPublishing(rules, commands, run);
  addExplain(rules, commands, run);
}

function addReading(rules: Command, commands: RulesCommands, run: Run): void {
  rules
    .command('check')
    .description('report every problem of every document')
    .argument(...FOLDER)
    .action(run((path: string) => commands.checkRules(path)));
  rules
    .command('test')
    .description('run the rule tests')
    .argument(...FOLDER)
    .action(run((path: string) => commands.testRules(path)));
  rules
    .command('diff')
    .description('say in words what the documents change of the release in force; exits with 1 where they do')
    .argument(...FOLDER)
    .action(run((path: string) => commands.diffRules(path)));
  rules
    .command('releases')
    .description('list the latest releases: who published what, when and why')
    .action(run(() => commands.listReleases()));
}

function addEditing(rules: Command, commands: RulesCommands, run: Run): void {
  rules
    .command('push')
    .description('make the documents pending changes, to be looked at, approved and published')
    .argument(...FOLDER)
    .option('--prune', 'delete what the folder does not have')
    .option(...MESSAGE)
    .action((path: string, options: PushOptions) => run(commands.pushRules)(path, options));
  rules
    .command('pending')
    .description('say in words what is pending, who made it and who agreed')
    .action(run(() => commands.showPending()));
  rules
    .command('approve')
    .description('agree to what is pending, as a second person')
    .option('--comment <text>', 'in your own words')
    .action((options: { comment?: string }) => run(commands.approveRules)(options));
}

function addPublishing(rules: Command, commands: RulesCommands, run: Run): void {
  rules
    .command('publish')
    .description('check, test, and publish the documents, or what is pending, as the next release')
    .argument(...FOLDER)
    .option('--draft', 'publish what is pending instead of a folder')
    .option('--at <time>', 'with --draft: RFC 3339; publish then instead of now')
    .requiredOption(...MESSAGE)
    .action((path: string, options: PublishOptions) => run(commands.publishRules)(path, options));
  rules
    .command('rollback')
    .description('go back in one step: publish the documents of an earlier release again')
    .argument('<release>', 'its number')
    .requiredOption('-m, --message <text>', 'what went wrong')
    .action((release: string, options: { message: string }) => run(commands.rollBackRules)(release, options));
}
