/** Turns rule and audience documents into the rule set of a release; what can't be read is named and left out. */
import type { ConditionDocument } from '../documents/kinds/condition-schema';
import type { DocumentSet } from '../documents/document-set';
import type { EventType, RuleDocument } from '../documents/kinds/rule-document';
import type { Condition } from './condition';
import { cyclicAudiences } from './cyclic-audiences';
import { parseCondition, type ConditionProblem } from './parse-condition';
import type { ParsedRule, RuleSet } from './rule-set';
import { WrittenOutSize } from './written-out-size';

/** References that double at every level would keep json-rules-engine busy for ever. */
const MOST_COMPARISONS = 5_000;

const TOO_LARGE = `More than ${MOST_COMPARISONS} comparisons once its audiences are written out.`;

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
  const rules = readRules(documents.rule, audiences, failed).sort(inEvaluationOrder);
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
    const parsed = readConditions(conditions);
    if ('condition' in parsed) audiences.set(key, parsed.condition);
    else failed.push({ kind: 'audience', key, message: parsed.message });
  }
  for (const key of cyclicAudiences(audiences)) {
    audiences.delete(key);
    failed.push({ kind: 'audience', key, message: 'The audience refers back to itself.' });
  }
  return withoutTooLarge(audiences, failed);
}

function withoutTooLarge(
  audiences: ReadonlyMap<string, Condition>,
  failed: UnreadableDocument[],
): ReadonlyMap<string, Condition> {
  const size = new WrittenOutSize(audiences);
  const tooLarge = [...audiences].filter(([, condition]) => size.of(condition) > MOST_COMPARISONS);
  for (const [key] of tooLarge) failed.push({ kind: 'audience', key, message: TOO_LARGE });
  const left = new Map(audiences);
  for (const [key] of tooLarge) left.delete(key);
  return left;
}

function readRules(
  documents: DocumentSet['rule'],
  audiences: ReadonlyMap<string, Condition>,
  failed: UnreadableDocument[],
): ParsedRule[] {
  const rules: ParsedRule[] = [];
  const size = new WrittenOutSize(audiences);
  for (const document of documents.values()) {
    if (!document.enabled) continue;
    const parsed = bounded(readConditions(document.conditions), size);
    if ('condition' in parsed) rules.push({ document, condition: parsed.condition });
    else failed.push({ kind: 'rule', key: document.key, message: parsed.message });
  }
  return rules;
}

type Reading = { readonly condition: Condition } | { readonly message: string };

/** Documents are checked when they are saved; one that got past that, malformed or bottomless, is caught here. */
function readConditions(conditions: ConditionDocument): Reading {
  try {
    const parsed = parseCondition(conditions, '/conditions');
    return 'condition' in parsed ? parsed : { message: sentence(parsed.problems) };
  } catch {
    return { message: 'The conditions are malformed.' };
  }
}

function bounded(reading: Reading, size: WrittenOutSize): Reading {
  if ('message' in reading || size.of(reading.condition) <= MOST_COMPARISONS) return reading;
  return { message: TOO_LARGE };
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
