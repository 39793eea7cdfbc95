/** Declares the command `rules pull`: its options, and what each takes. */
import type { Command } from 'commander';

/** The options of `rules pull`, as typed. */
export interface PullFlags {
  readonly draft?: boolean;
  readonly prune?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** Adds it to `rules`. */
export function addPull(rules: Command, action: (folder: string, options: PullFlags) => Promise<void>): void {
  rules
    .command('pull')
    .description('write the documents of the release in force as files, byte for byte; other files stay')
    .argument('[folder]', 'where the documents go', './rules')
    .option('--draft', 'with what is pending, as it would be published now')
    .option('--prune', 'remove files of documents that the release does not have')
    .option('--force', 'overwrite and remove files although what they hold is in no release')
    .option('--dry-run', 'only say what would be done')
    .action((folder: string, options: PullFlags) => action(folder, options));
}
