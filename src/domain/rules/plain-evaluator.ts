/** Evaluates rules one after the other through closures: the readable specification of the three-valued semantics. */
import { inOnePiece, type Steps } from '../collections/steps';
import type { EventType, RuleDocument } from '../documents/kinds/rule-document';
import { AudienceMemory } from './audience-memory';
import { compileCondition } from './compile-condition';
import type { CompiledCondition } from './compiled-condition';
import type { FactSet } from './fact-set';
import type { CompiledRules, RuleEvaluator, StageOutcome, UndecidedRule } from './rule-evaluator';
import type { ParsedRule, RuleSet } from './rule-set';
import type { Truth } from './truth';
import type { WantingFacts } from './wanting-facts';

interface ReadyRule {
  readonly document: RuleDocument;
  readonly condition: CompiledCondition;
}

/** Answers at once, without promises. A rule that can't be compiled fails in every evaluation; the others answer. */
export const plainEvaluator: RuleEvaluator = {
  name: 'plain',
  compile: (rules) => inOnePiece(plainSteps(rules)),
  compileSteps: plainSteps,
};

function* plainSteps({ audiences: conditions, stages: parsed }: RuleSet): Steps<CompiledRules> {
  const audiences = new AudienceMemory(conditions);
  const stages = new Map<string, ReadyRule[]>();
  for (const [stage, rules] of Object.entries(parsed)) {
    const ready: ReadyRule[] = [];
    stages.set(stage, ready);
    for (const rule of rules) {
      ready.push(makeReady(rule, audiences));
      yield;
    }
  }
  return new PlainRules(audiences, stages);
}

function makeReady({ document, condition }: ParsedRule, audiences: AudienceMemory): ReadyRule {
  try {
    return { document, condition: compileCondition(condition, (key) => audiences.find(key)) };
  } catch (error) {
    return { document, condition: broken(error) };
  }
}

class PlainRules implements CompiledRules {
  constructor(
    private readonly audiences: AudienceMemory,
    private readonly stages: ReadonlyMap<string, readonly ReadyRule[]>,
  ) {}

  evaluate(stage: EventType, facts: FactSet): StageOutcome {
    this.audiences.forget();
    const outcome = { matched: [], matchedAt: [], undecided: [], failed: [] };
    const rules = this.stages.get(stage) ?? [];
    for (const [at, rule] of rules.entries()) judge(rule, at, facts, outcome);
    return outcome;
  }

  audience(key: string, facts: FactSet): Truth {
    this.audiences.forget();
    return this.audiences.find(key).decide(facts);
  }
}

function broken(error: unknown): CompiledCondition {
  const fail = (): never => {
    throw error;
  };
  return { decide: fail, collect: fail };
}

interface Findings {
  readonly matched: RuleDocument[];
  readonly matchedAt: number[];
  readonly undecided: UndecidedRule[];
  readonly failed: { rule: RuleDocument; message: string }[];
}

function judge(rule: ReadyRule, at: number, facts: FactSet, findings: Findings): void {
  try {
    const truth = rule.condition.decide(facts);
    if (truth === 'TRUE') {
      findings.matched.push(rule.document);
      findings.matchedAt.push(at);
    } else if (truth === 'UNKNOWN') findings.undecided.push(undecided(rule, facts));
  } catch (error) {
    findings.failed.push({ rule: rule.document, message: error instanceof Error ? error.message : String(error) });
  }
}

function undecided({ document, condition }: ReadyRule, facts: FactSet): UndecidedRule {
  const wanting: WantingFacts = { missing: new Set(), stale: new Set() };
  condition.collect(facts, wanting);
  return { rule: document, missing: [...wanting.missing], stale: [...wanting.stale] };
}
