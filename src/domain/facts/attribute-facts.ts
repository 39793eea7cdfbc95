/** Builds the facts a company declares for itself from an account's attributes. */
import type { Account } from '../accounts/account';
import type { FactCatalogue } from './fact-catalogue';
import type { FactDraft } from './fact-draft';

const PREFIX = 'attributes.';

/** Names of the declared `attributes.<name>` facts without their prefix. */
export function declaredAttributes(catalogue: FactCatalogue): readonly string[] {
  const names = [...catalogue.keys()].filter((name) => name.startsWith(PREFIX));
  return names.map((name) => name.slice(PREFIX.length));
}

/** Puts the declared attributes that are the account's own; undeclared ones are never looked at. */
export function putAttributeFacts(draft: FactDraft, account: Account, declared: readonly string[]): void {
  const attributes = account.attributes;
  if (attributes === undefined) return;
  for (const name of declared) {
    if (Object.hasOwn(attributes, name)) draft.put(PREFIX + name, attributes[name]);
  }
}
