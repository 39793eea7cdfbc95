/** Adds to a command which account it asks about, who looks, where and why. */
import type { Command } from 'commander';

/** The request context, as typed. */
export interface ContextOptions {
  readonly user?: string;
  readonly surface?: string;
  readonly intent?: string;
  readonly feature?: string;
}

/** The same words for every command that asks about one account. */
export function aboutAccount(command: Command): Command {
  return command
    .argument('<account>', 'id of the account')
    .option('--user <id>', 'the user who is looking')
    .option(
      '--surface <surface>',
      'IN_APP, SUPPORT_CHAT, UPGRADE_CHAT, VOICE, MESSAGING, EMAIL or ACCOUNT_TEAM',
    )
    .option('--intent <intent>', 'EXPLICIT_ASK, GATED_FEATURE, USAGE_QUESTION or UNRELATED')
    .option('--feature <key>', 'the gated feature the buyer reached for');
}
