/** Finds the rule that a quarantined document is, since a guardrail that is broken keeps its offers back. */
import type { DocumentSet } from '../documents/document-set';
import type { BrokenRule, Quarantined } from './compiled-release';

/** The rule with what is wrong with it; nothing for documents of other kinds, and for rules that could not be read. */
export function brokenRule(
  documents: Pick<DocumentSet, 'rule'>,
  { kind, key, message }: Quarantined,
): readonly BrokenRule[] {
  const rule = kind === 'rule' ? documents.rule.get(key) : undefined;
  return rule === undefined ? [] : [{ rule, message }];
}
