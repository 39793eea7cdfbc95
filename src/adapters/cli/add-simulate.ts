/** Declares the command `rules simulate`: its options, and what each takes. */
import type { Command } from 'commander';

/** The options of `rules simulate`, as typed. */
export interface SimulateOptions {
  readonly audience?: string;
  readonly at?: string;
}

/** Adds it to `rules`. */
export function addSimulate(rules: Command, action: (options: SimulateOptions) => Promise<void>): void {
  rules
    .command('simulate')
    .description(
      'decide on every account by what is pending and by the release in force, and say what changes',
    )
    .option('--audience <key>', 'only the members of an audience of the release in force')
    .option('--at <time>', 'RFC 3339; the clock of both sides instead of now')
    .action((options: SimulateOptions) => action(options));
}
