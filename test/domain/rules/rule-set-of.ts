/** Builds rule sets for tests from bare conditions. */
import type { ConditionDocument } from '../../../src/domain/documents/kinds/condition-schema';
import type { AudienceDocument } from '../../../src/domain/documents/kinds/audience-document';
import type { RuleDocument } from '../../../src/domain/documents/kinds/rule-document';
import { parseRuleSet } from '../../../src/domain/rules/parse-rule-set';
import type { RuleSet } from '../../../src/domain/rules/rule-set';

/** A score rule of one point. */
export function ruleOf(
  key: string,
  conditions: ConditionDocument,
  more: Partial<RuleDocument> = {},
): RuleDocument {
  return {
    key,
    enabled: true,
    priority: 1,
    conditions,
    event: { type: 'score', params: { points: 1 } },
    ...more,
  };
}

/** Documents by key, in ascending order, as a document set holds them. */
export function documentsOf(
  rules: readonly RuleDocument[],
  audiences: Readonly<Record<string, ConditionDocument>> = {},
): { rule: Map<string, RuleDocument>; audience: Map<string, AudienceDocument> } {
  return {
    rule: new Map(rules.map((rule) => [rule.key, rule])),
    audience: new Map(
      Object.entries(audiences).map(([key, conditions]) => [key, { key, name: key, conditions }]),
    ),
  };
}

/** The rule set of some rules, as a release would hold it. */
export function ruleSetOf(
  rules: readonly RuleDocument[],
  audiences: Readonly<Record<string, ConditionDocument>> = {},
): RuleSet {
  return parseRuleSet(documentsOf(rules, audiences)).ruleSet;
}
