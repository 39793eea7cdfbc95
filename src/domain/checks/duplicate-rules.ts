/** Warns of rules that say the same as another. */
import { remembered } from '../collections/remembered';
import { canonicalValue } from '../documents/canonical-value';
import type { DocumentSet } from '../documents/document-set';
import { warning } from '../documents/found';
import { ruleDocumentSchema, type RuleDocument } from '../documents/kinds/rule-document';
import type { Check } from './check';

/** Same conditions and same event; said of the one whose key comes later. */
export const duplicateRules: Check = (subject, context) => {
  if (subject.kind !== 'rule') return [];
  const twin = context.derived(firstKeyBySubstance).get(ruleSubstance(subject.document));
  if (twin === undefined || twin === subject.key) return [];
  return [warning('DUPLICATE_RULE', '', `The rule \`${twin}\` says the same.`, 'Keep one of the two.')];
};

/** What a rule says, whatever it is called: worked out once for each document. */
export const ruleSubstance = remembered(
  ({ key: _key, description: _description, priority: _priority, ...rest }: RuleDocument): string =>
    JSON.stringify(canonicalValue(ruleDocumentSchema, rest)),
);

/** The rules of a set come in ascending order of their keys. */
function firstKeyBySubstance({ rule }: DocumentSet): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [key, document] of rule) {
    const substance = ruleSubstance(document);
    if (!keys.has(substance)) keys.set(substance, key);
  }
  return keys;
}
