/** Declares the commands that tell why: `rules explain` and `rules starter-test`. */
import type { Command } from 'commander';
import { aboutAccount, type ContextOptions } from './about-account';

/** Where and when a question is asked, as typed. */
export interface AskOptions extends ContextOptions {
  readonly at?: string;
}

/** The options of `rules explain`, as typed. */
export interface ExplainOptions extends AskOptions {
  /** `name=value`, each. */
  readonly fact: readonly string[];
  readonly draft?: boolean;
}

/** What these commands do; each resolves to the exit code of the process. */
export interface ExplainCommands {
  readonly explain: (accountId: string, options: ExplainOptions) => Promise<number>;
  readonly starterTest: (accountId: string, options: AskOptions) => Promise<number>;
}

type Run = <A extends unknown[]>(command: (...args: A) => Promise<number>) => (...args: A) => Promise<void>;

/** Adds them to the commands `rules …`. */
export function addExplain(rules: Command, commands: ExplainCommands, run: Run): void {
  timed(rules.command('explain'))
    .description('say why an account is offered what it is, and why not, rule by rule')
    .option('--fact <name=value>', 'a fact that is to be otherwise; null: missing', gathered, [])
    .option('--draft', 'with the documents as they would be published now')
    .action((account: string, options: ExplainOptions) => run(commands.explain)(account, options));
  timed(rules.command('starter-test'))
    .description('print a rule test of what an account is offered, to be saved under rules/test/')
    .action((account: string, options: AskOptions) => run(commands.starterTest)(account, options));
}

function timed(command: Command): Command {
  return aboutAccount(command).option('--at <time>', 'RFC 3339: what the clock says; default: now');
}

function gathered(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
