/** Says in words which audiences and rules hold for the account of a rule test against its expectation. */
import type { RuleTestDocument } from '../documents/kinds/rule-test-document';
import type { FactSet } from '../rules/fact-set';
import type { CompiledRules } from '../rules/rule-evaluator';
import { listDifference } from './rule-test-differences';

type Expected = RuleTestDocument['expect'];

/** On the facts of the decision, readiness and motion among them. UNKNOWN does not hold. One sentence per difference. */
export async function ruleTestHolding(
  rules: CompiledRules,
  expected: Expected,
  facts: FactSet,
): Promise<readonly string[]> {
  const { audiences = {}, speaking, guarding } = expected;
  const differences: string[] = [];
  for (const [key, belongs] of Object.entries(audiences)) {
    if (((await rules.audience(key, facts)) === 'TRUE') === belongs) continue;
    differences.push(`Expected the account ${belongs ? '' : 'not '}to belong to the audience ${key}.`);
  }
  const stages = { 'recommend-offer': speaking, suppress: guarding } as const;
  for (const stage of ['recommend-offer', 'suppress'] as const) {
    if (stages[stage] === undefined) continue;
    const { matched } = await rules.evaluate(stage, facts);
    const keys = matched.map(({ key }) => key);
    differences.push(...listDifference(`rules that ${VERBS[stage]}`, stages[stage], keys));
  }
  return differences;
}

const VERBS = { 'recommend-offer': 'recommend', suppress: 'suppress' } as const;
