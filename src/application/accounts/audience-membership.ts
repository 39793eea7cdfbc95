/** Decides whether an account belongs to an audience, seen as its decisions see it. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { decide } from '../../domain/decisions/decide';
import { EMPTY_HISTORY } from '../../domain/responses/history';

/**
 * Whether the audience's condition is TRUE for the account, asked in the app without a stated intent. The facts are those
 * of a whole decision, because an audience may rest on `upsellReadiness` and `motion`. UNKNOWN is no membership.
 */
export async function belongsToAudience(
  key: string,
  snapshot: AccountSnapshot,
  release: CompiledRelease,
  now: number,
): Promise<boolean> {
  const { facts, staleFacts } = await decide(
    release,
    snapshot,
    { context: { surface: 'IN_APP' }, first: 0, userId: null, history: EMPTY_HISTORY },
    now,
  );
  return (await release.rules.audience(key, { values: facts, stale: staleFacts, now })) === 'TRUE';
}
