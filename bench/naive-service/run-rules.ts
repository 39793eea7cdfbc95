/** Runs the rules on one account: a new json-rules-engine for every request, as its documentation shows. */
import { Engine, Operator, type RuleProperties } from 'json-rules-engine';
import type { AudienceDocument } from '../../src/domain/documents/kinds/audience-document';
import type { EventType, RuleDocument, RuleOf } from '../../src/domain/documents/kinds/rule-document';
import type { Facts } from './account-facts';

const DAY_MS = 86_400_000;
/** Stages run one after the other because the engine runs priorities in descending order. */
const STAGE_OFFSET: Partial<Record<EventType, number>> = { score: 4_000, 'assign-motion': 2_000 };

/** What fired: rules by type, the readiness score and the motion. */
export interface Fired {
  readonly recommended: readonly RuleOf<'recommend-offer'>[];
  readonly suppressing: readonly RuleOf<'suppress'>[];
  readonly readiness: number;
  readonly motion: string;
}

/** Evaluates every rule. Absent facts are undefined, so comparisons with them are false. */
export async function runRules(
  rules: readonly RuleDocument[],
  audiences: readonly AudienceDocument[],
  facts: Facts,
): Promise<Fired> {
  const engine = new Engine([], { allowUndefinedFacts: true, allowUndefinedConditions: true });
  const fired: RuleDocument[] = [];
  const byKey = new Map(rules.map((rule) => [rule.key, rule]));
  for (const operator of ownOperators()) engine.addOperator(operator);
  for (const audience of audiences) {
    engine.setCondition(audience.key, audience.conditions as Parameters<Engine['setCondition']>[1]);
  }
  for (const rule of rules) if (rule.enabled !== false) engine.addRule(ruleProperties(rule));
  engine.addFact('upsellReadiness', () => readinessOf(fired), { cache: false });
  engine.addFact('motion', () => motionOf(fired, facts), { cache: false });
  engine.on('success', (_event, _almanac, result) => {
    const rule = byKey.get(result.name);
    if (rule !== undefined) fired.push(rule);
  });
  await engine.run(facts);
  return {
    recommended: fired.filter((rule) => rule.event.type === 'recommend-offer') as RuleOf<'recommend-offer'>[],
    suppressing: fired.filter((rule) => rule.event.type === 'suppress') as RuleOf<'suppress'>[],
    readiness: readinessOf(fired),
    motion: motionOf(fired, facts),
  };
}

function ruleProperties(rule: RuleDocument): RuleProperties {
  return {
    name: rule.key,
    conditions: rule.conditions as RuleProperties['conditions'],
    event: rule.event,
    priority: (rule.priority ?? 1) + (STAGE_OFFSET[rule.event.type] ?? 0),
  };
}

function ownOperators(): Operator[] {
  const instant = (time: string) => (time === 'now' ? Date.now() : Date.parse(time));
  const within = (time: string, days: number) => {
    const distance = Date.parse(time) - Date.now();
    return days > 0 ? distance >= 0 && distance <= days * DAY_MS : distance <= 0 && distance >= days * DAY_MS;
  };
  return [
    new Operator('isMissing', (fact: unknown, wanted: boolean) => (fact === undefined) === wanted),
    new Operator(
      'withinDays',
      (fact: string | undefined, days: number) => fact !== undefined && within(fact, days),
    ),
    new Operator(
      'before',
      (fact: string | undefined, time: string) => fact !== undefined && Date.parse(fact) < instant(time),
    ),
    new Operator(
      'after',
      (fact: string | undefined, time: string) => fact !== undefined && Date.parse(fact) > instant(time),
    ),
  ];
}

function readinessOf(fired: readonly RuleDocument[]): number {
  const points = fired.reduce(
    (sum, { event }) => sum + (event.type === 'score' ? event.params.points : 0),
    0,
  );
  return Math.min(100, Math.max(0, points));
}

function motionOf(fired: readonly RuleDocument[], facts: Facts): string {
  const motions = fired.filter((rule) => rule.event.type === 'assign-motion') as RuleOf<'assign-motion'>[];
  const days = ({ event }: RuleOf<'assign-motion'>) => {
    const given = event.params.daysToDecision;
    return Number((typeof given === 'object' ? facts[given.fact] : given) ?? Number.MAX_SAFE_INTEGER);
  };
  motions.sort((a, b) => days(a) - days(b) || b.priority - a.priority || (a.key < b.key ? -1 : 1));
  return motions[0]?.event.params.motion ?? 'NONE';
}
