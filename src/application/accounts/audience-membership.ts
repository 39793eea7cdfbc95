/** Decides whether an account belongs to an audience, seen as its decisions see it. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { openSituation } from '../../domain/decisions/open-situation';
import { EMPTY_HISTORY } from '../../domain/responses/history';

/**
 * Whether the audience's condition is TRUE for the account, asked in the app without a stated intent. The facts are those
 * of a decision, readiness and motion among them, since an audience may rest on both. UNKNOWN is no membership.
 */
export async function belongsToAudience(
  key: string,
  snapshot: AccountSnapshot,
  release: CompiledRelease,
  now: number,
): Promise<boolean> {
  const asked = { context: { surface: 'IN_APP' }, userId: null, history: EMPTY_HISTORY } as const;
  const { situation } = await openSituation(release, snapshot, asked, now);
  return (await release.rules.audience(key, situation.facts)) === 'TRUE';
}
