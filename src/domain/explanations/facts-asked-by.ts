/** Lists the facts that the rules of a stage ask for. */
import type { EventType } from '../documents/kinds/rule-document';
import type { Condition } from '../rules/condition';
import type { RuleSet } from '../rules/rule-set';

/** Names in order of first mention, those within audiences included. */
export function factsAskedBy({ stages, audiences }: RuleSet, stage: EventType): readonly string[] {
  const names = new Set<string>();
  const followed = new Set<string>();
  const visit = (condition: Condition): void => {
    switch (condition.kind) {
      case 'leaf':
        names.add(condition.fact);
        if (condition.operand.kind === 'fact') names.add(condition.operand.fact);
        return;
      case 'not':
        return visit(condition.condition);
      case 'audience': {
        const named = followed.has(condition.key) ? undefined : audiences.get(condition.key);
        followed.add(condition.key);
        if (named !== undefined) visit(named);
        return;
      }
      default:
        condition.conditions.forEach(visit);
    }
  };
  for (const { condition } of stages[stage]) visit(condition);
  return [...names];
}
