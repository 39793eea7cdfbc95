/** Builds the facts of how the relationship stands. */
import type { Account } from '../accounts/account';
import type { FactDraft, FactSlot } from './fact-draft';

const PREFIX = 'health.';

/** The declared facts of health by the member they tell of. */
export function healthSlots(slots: ReadonlyMap<string, FactSlot>): ReadonlyMap<string, FactSlot> {
  const declared = [...slots.values()].filter(({ name }) => name.startsWith(PREFIX));
  return new Map(declared.map((slot) => [slot.name.slice(PREFIX.length), slot]));
}

/** Puts `health.*` as of `health.asOf`; health that says no date is stale, whatever its age. */
export function putHealthFacts(
  draft: FactDraft,
  { health }: Account,
  slots: ReadonlyMap<string, FactSlot>,
  maxAgeDays: number | undefined,
): void {
  if (health === undefined) return;
  const { asOf, ...members } = health;
  const known = asOf === undefined ? Number.NaN : Date.parse(asOf);
  for (const [member, value] of Object.entries(members)) {
    draft.fillAged(slots.get(member), value, known, maxAgeDays);
  }
}
