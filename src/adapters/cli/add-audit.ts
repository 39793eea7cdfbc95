/** Declares the commands `audit …`: their options, and what each takes. */
import type { Command } from 'commander';

/** The options of `audit verify`, as typed. */
export interface VerifyOptions {
  /** `<length>:<hash>` */
  readonly expect?: string;
}

/** What the commands about the audit log do; each resolves to the exit code of the process. */
export interface AuditCommands {
  readonly verifyAudit: (options: VerifyOptions) => Promise<number>;
  readonly listAudit: (options: { readonly limit: string }) => Promise<number>;
}

type Run = <A extends unknown[]>(command: (...args: A) => Promise<number>) => (...args: A) => Promise<void>;

/** Adds them to the program. */
export function addAudit(program: Command, commands: AuditCommands, run: Run): void {
  const audit = program.command('audit').description('verify and list the audit log; see docs/audit.md');
  audit
    .command('verify')
    .description('look whether every line is as it was written; exits with 1 where one is not')
    .option('--expect <length:hash>', 'hold the log to what an earlier `verify` printed')
    .action((options: VerifyOptions) => run(commands.verifyAudit)(options));
  audit
    .command('list')
    .description('list who did what, when and why, newest first')
    .option('--limit <number>', 'how many lines, 1 to 1,000', '20')
    .action((options: { limit: string }) => run(commands.listAudit)(options));
}
