/** Warns of rules that say the same as another. */
import { canonicalValue } from '../documents/canonical-value';
import { warning } from '../documents/found';
import { ruleDocumentSchema, type RuleDocument } from '../documents/kinds/rule-document';
import type { Check } from './check';

/** Same conditions and same event; said of the one whose key comes later. */
export const duplicateRules: Check = (subject, { set }) => {
  if (subject.kind !== 'rule') return [];
  const substance = substanceOf(subject.document);
  const twin = [...set.rule.values()].find(
    (rule) =>
      rule.key < subject.key &&
      rule.event.type === subject.document.event.type &&
      substanceOf(rule) === substance,
  );
  if (twin === undefined) return [];
  return [warning('DUPLICATE_RULE', '', `The rule \`${twin.key}\` says the same.`, 'Keep one of the two.')];
};

function substanceOf({
  key: _key,
  description: _description,
  priority: _priority,
  ...rest
}: RuleDocument): string {
  return JSON.stringify(canonicalValue(ruleDocumentSchema, rest));
}
