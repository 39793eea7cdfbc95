/** Turns rule and audience documents into the rule set of a release; what can't be read is named and left out. */
import type { DocumentSet } from '../documents/document-set';
import type { EventType, RuleDocument } from '../documents/kinds/rule-document';
import type { Condition } from './condition';
import { cyclicAudiences } from './cyclic-audiences';
import { parseCondition, type ConditionProblem } from './parse-condition';
import type { ParsedRule, RuleSet } from './rule-set';

/** A document that is kept out of evaluation, and why. */
export interface UnreadableDocument {
  readonly kind: 'rule' | 'audience';
  readonly key: string;
  readonly message: string;
}

/** Never throws: one bad document costs one document. Disabled rules are left out; failures come audiences first, then by key. */
export function parseRuleSet(documents: Pick<DocumentSet, 'rule' | 'audience'>): {
  readonly ruleSet: RuleSet;
  readonly failed: readonly UnreadableDocument[];
} {
  const failed: UnreadableDocument[] = [];
  const audiences = readAudiences(documents.audience, failed);
  const rules = readRules(documents.rule, failed).sort(inEvaluationOrder);
  const stage = (type: EventType) => rules.filter(({ document }) => document.event.type === type);
  const stages = {
    score: stage('score'),
    'assign-motion': stage('assign-motion'),
    suppress: stage('suppress'),
    'recommend-offer': stage('recommend-offer'),
    notify: stage('notify'),
    'create-task': stage('create-task'),
  };
  return { ruleSet: { stages, audiences }, failed };
}

function readAudiences(
  documents: DocumentSet['audience'],
  failed: UnreadableDocument[],
): ReadonlyMap<string, Condition> {
  const audiences = new Map<string, Condition>();
  for (const { key, conditions } of documents.values()) {
    const parsed = parseCondition(conditions, '/conditions');
    if ('condition' in parsed) audiences.set(key, parsed.condition);
    else failed.push({ kind: 'audience', key, message: sentence(parsed.problems) });
  }
  for (const key of cyclicAudiences(audiences)) {
    audiences.delete(key);
    failed.push({ kind: 'audience', key, message: 'The audience refers back to itself.' });
  }
  return audiences;
}

function readRules(documents: DocumentSet['rule'], failed: UnreadableDocument[]): ParsedRule[] {
  const rules: ParsedRule[] = [];
  for (const document of documents.values()) {
    if (!document.enabled) continue;
    const parsed = parseCondition(document.conditions, '/conditions');
    if ('condition' in parsed) rules.push({ document, condition: parsed.condition });
    else failed.push({ kind: 'rule', key: document.key, message: sentence(parsed.problems) });
  }
  return rules;
}

function inEvaluationOrder({ document: a }: ParsedRule, { document: b }: ParsedRule): number {
  return b.priority - a.priority || byKey(a, b);
}

function byKey(a: RuleDocument, b: RuleDocument): number {
  return a.key < b.key ? -1 : 1;
}

function sentence(problems: readonly ConditionProblem[]): string {
  return problems.map(({ pointer, message }) => `${pointer}: ${message}`).join(' ');
}
