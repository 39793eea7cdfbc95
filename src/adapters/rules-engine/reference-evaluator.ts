/** Evaluates rules on json-rules-engine itself: the oracle that the faster evaluators are held against. */
import type { EventType } from '../../domain/documents/kinds/rule-document';
import type { FactSet } from '../../domain/rules/fact-set';
import type { CompiledRules, RuleEvaluator, StageOutcome } from '../../domain/rules/rule-evaluator';
import type { ParsedRule, RuleSet } from '../../domain/rules/rule-set';
import type { Truth } from '../../domain/rules/truth';
import { decide, type Verdict } from './reference-verdict';

type Judged = ParsedRule & ({ readonly verdict: Verdict } | { readonly message: string });

/** Every rule runs in a fresh engine, so that overlapping evaluations share nothing and one failing rule costs one rule. */
export const referenceEvaluator: RuleEvaluator = {
  name: 'reference',
  compile: (rules) => new ReferenceRules(rules),
};

class ReferenceRules implements CompiledRules {
  constructor(private readonly rules: RuleSet) {}

  async evaluate(stage: EventType, facts: FactSet): Promise<StageOutcome> {
    const judged = await Promise.all(this.rules.stages[stage].map((rule) => this.judge(rule, facts)));
    return {
      matched: judged.filter((rule) => isTruth(rule, 'TRUE')).map(({ document }) => document),
      matchedAt: [...judged.keys()].filter((at) => isTruth(judged[at], 'TRUE')),
      undecided: judged.flatMap((rule) =>
        'verdict' in rule && rule.verdict.truth === 'UNKNOWN'
          ? [{ rule: rule.document, missing: [...rule.verdict.missing], stale: [...rule.verdict.stale] }]
          : [],
      ),
      failed: judged.flatMap((rule) =>
        'message' in rule ? [{ rule: rule.document, message: rule.message }] : [],
      ),
    };
  }

  async audience(key: string, facts: FactSet): Promise<Truth> {
    const condition = this.rules.audiences.get(key);
    if (condition === undefined) return 'UNKNOWN';
    return (await decide(condition, this.rules.audiences, facts)).truth;
  }

  private async judge(rule: ParsedRule, facts: FactSet): Promise<Judged> {
    try {
      return { ...rule, verdict: await decide(rule.condition, this.rules.audiences, facts) };
    } catch (error) {
      return { ...rule, message: error instanceof Error ? error.message : String(error) };
    }
  }
}

function isTruth(rule: Judged | undefined, truth: Truth): boolean {
  return rule !== undefined && 'verdict' in rule && rule.verdict.truth === truth;
}
