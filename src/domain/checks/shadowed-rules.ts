/** Warns of rules that never come to anything, because another one is there whenever they are. */
import { remembered } from '../collections/remembered';
import { canonicalValue } from '../documents/canonical-value';
import type { DocumentSet } from '../documents/document-set';
import { warning } from '../documents/found';
import { conditionSchema, type ConditionDocument } from '../documents/kinds/condition-schema';
import type { RuleDocument } from '../documents/kinds/rule-document';
import type { Check } from './check';
import { ruleSubstance } from './duplicate-rules';

/**
 * A rule that recommends an offer for the same signal and metric as one that goes first, and asks for all that that one asks
 * for, and more: it never speaks for the offer. Twins are duplicates and told of elsewhere. Rules with other events all count.
 */
export const shadowedRules: Check = (subject, context) => {
  if (subject.kind !== 'rule' || !subject.document.enabled) return [];
  const other = context.derived(shadowsByKey).get(subject.key);
  if (other === undefined) return [];
  const message = `Whenever this holds, the rule \`${other}\` holds too and goes first.`;
  return [warning('SHADOWED_RULE', '', message, 'Raise its priority, or take it out.')];
};

/** For each rule in the shadow of others, the first of them by key. */
function shadowsByKey({ rule }: DocumentSet): ReadonlyMap<string, string> {
  const shadows = new Map<string, string>();
  for (const rivals of rivalsOf(rule.values())) {
    const byDemand = byFirstDemand(rivals);
    for (const one of rivals) {
      const near = [...demandsOf(one)].flatMap((demand) => byDemand.get(demand) ?? []);
      const [first] = near
        .filter((other) => isShadowedBy(one, other))
        .map(({ key }) => key)
        .sort();
      if (first !== undefined) shadows.set(one.key, first);
    }
  }
  return shadows;
}

/** Whoever casts a shadow asks for nothing that the shadowed does not ask for: so it is found by any one of its demands. */
function byFirstDemand(rules: readonly RuleDocument[]): ReadonlyMap<string, readonly RuleDocument[]> {
  const found = new Map<string, RuleDocument[]>();
  for (const rule of rules) {
    const [first = ''] = demandsOf(rule);
    found.set(first, [...(found.get(first) ?? []), rule]);
  }
  return found;
}

/** Rules that are on and of which only the first that holds speaks. */
function rivalsOf(rules: Iterable<RuleDocument>): Iterable<readonly RuleDocument[]> {
  const rivals = new Map<string, RuleDocument[]>();
  for (const rule of rules) {
    const cause = rule.enabled ? causeOf(rule) : null;
    if (cause !== null) rivals.set(cause, [...(rivals.get(cause) ?? []), rule]);
  }
  return rivals.values();
}

/** What rules compete for; null where each counts. */
function causeOf({ event }: RuleDocument): string | null {
  if (event.type !== 'recommend-offer') return null;
  const { offer, signal, metric } = event.params;
  return JSON.stringify([offer, signal, metric ?? null]);
}

function isShadowedBy(one: RuleDocument, other: RuleDocument): boolean {
  if (one === other || ruleSubstance(one) === ruleSubstance(other) || !goesFirst(other, one)) return false;
  const asked = demandsOf(one);
  return [...demandsOf(other)].every((demand) => asked.has(demand));
}

function goesFirst(one: RuleDocument, other: RuleDocument): boolean {
  return one.priority > other.priority || (one.priority === other.priority && one.key < other.key);
}

/** What must all hold, spelled out: the members of the root's `all` and of the `all` groups directly within. Worked out once. */
export const demandsOf = remembered(
  ({ conditions }: RuleDocument): ReadonlySet<string> => new Set(demandsIn(conditions)),
);

function demandsIn(condition: ConditionDocument): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(demandsIn);
  return [JSON.stringify(canonicalValue(conditionSchema, condition))];
}
