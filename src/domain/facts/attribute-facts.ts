/** Builds the facts a company declares for itself from an account's attributes. */
import type { Account } from '../accounts/account';
import type { FactDraft, FactSlot, FactSlots } from './fact-draft';

const PREFIX = 'attributes.';

/** A declared attribute: its name without the prefix, and its fact. */
export interface AttributeSlot {
  readonly attribute: string;
  readonly slot: FactSlot;
}

/** The declared `attributes.<name>` facts. */
export function attributeSlots(slots: FactSlots): readonly AttributeSlot[] {
  const declared = [...slots.values()].filter(({ name }) => name.startsWith(PREFIX));
  return declared.map((slot) => ({ attribute: slot.name.slice(PREFIX.length), slot }));
}

/** Puts the declared attributes that are the account's own; undeclared ones are never looked at. */
export function putAttributeFacts(
  draft: FactDraft,
  { attributes }: Account,
  declared: readonly AttributeSlot[],
): void {
  if (attributes === undefined) return;
  for (const { attribute, slot } of declared) {
    if (Object.hasOwn(attributes, attribute)) draft.fill(slot, attributes[attribute]);
  }
}
