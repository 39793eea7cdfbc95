/** Builds the facts of how the relationship stands. */
import type { Account } from '../accounts/account';
import { milliseconds } from '../rules/operators/instant';
import { agedSlot, type AgedSlot, type FactDraft, type FactSlots } from './fact-draft';

const PREFIX = 'health.';

/** The declared facts of health by the member they tell of; `asOf` is none of them. */
export type HealthSlots = ReadonlyMap<string, AgedSlot>;

/** Looks the facts of health up, once per release. */
export function healthSlots(slots: FactSlots, maxAgeDays: number | undefined): HealthSlots {
  const found = new Map<string, AgedSlot>();
  for (const [name, slot] of slots) {
    const aged = agedSlot(slot, maxAgeDays);
    if (aged !== undefined && name.startsWith(PREFIX)) found.set(name.slice(PREFIX.length), aged);
  }
  found.delete('asOf');
  return found;
}

/** Puts `health.*` as of `health.asOf`; health that says no date is stale, whatever its age. */
export function putHealthFacts(draft: FactDraft, { health }: Account, slots: HealthSlots): void {
  if (health === undefined) return;
  const { asOf } = health;
  const age = asOf === undefined ? Number.NaN : draft.now - milliseconds(asOf);
  for (const member of Object.keys(health)) {
    draft.fillAged(slots.get(member), health[member as keyof typeof health], age);
  }
}
