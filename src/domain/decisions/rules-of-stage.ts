/** Narrows what a stage found to the event type the stage is about. */
import type { EventType, RuleDocument, RuleOf } from '../documents/kinds/rule-document';

/** Whether a rule fires an event of this type. */
export function isRuleOf<T extends EventType>(type: T, rule: RuleDocument): rule is RuleOf<T> {
  return rule.event.type === type;
}

/** The rules of one event type, in the order given. */
export function rulesOf<T extends EventType>(type: T, rules: readonly RuleDocument[]): readonly RuleOf<T>[] {
  return rules.filter((rule): rule is RuleOf<T> => isRuleOf(type, rule));
}
