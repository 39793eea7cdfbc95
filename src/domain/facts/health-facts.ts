/** Builds the facts of how the relationship stands. */
import type { Account } from '../accounts/account';
import type { FactDraft } from './fact-draft';

/** Puts `health.*` as of `health.asOf`; health that says no date is stale, whatever its age. */
export function putHealthFacts(draft: FactDraft, { health }: Account, maxAgeDays: number | undefined): void {
  if (health === undefined) return;
  const { asOf, ...members } = health;
  const known = asOf === undefined ? Number.NaN : Date.parse(asOf);
  for (const [member, value] of Object.entries(members)) {
    draft.putAged(`health.${member}`, value, known, maxAgeDays);
  }
}
