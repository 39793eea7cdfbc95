/** Decides whose account and which user a question is about: an account token speaks for its own only. */
import { reachesAccount, type Caller } from '../../application/caller';
import { optionalId, requireId } from './arguments';
import { accountNotFound, invalidArgument } from './refusals';

/** The account asked for; to an account token every other one is unknown, whether it exists or not. */
export function reachableAccount(caller: Caller, accountId: string): string {
  if (reachesAccount(caller, requireId('accountId', accountId))) return accountId;
  throw accountNotFound(accountId);
}

/** The user asked for; for an account token its own, which may be left out. null: the account counts as the user. */
export function reachableUser(caller: Caller, userId: string | null | undefined): string | null {
  const asked = optionalId('userId', userId);
  if (caller.kind === 'api-key') return asked;
  if (asked === null || asked === caller.userId) return caller.userId;
  throw invalidArgument('userId', 'is not the user of this token; leave it out.');
}
