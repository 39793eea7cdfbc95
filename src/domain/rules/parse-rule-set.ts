/** Turns rule and audience documents into the rule set of a release; what can't be read is named and left out. */
import { groupBy } from '../collections/group-by';
import { inOnePiece, type Steps } from '../collections/steps';
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

/** A rule set, and the documents that are not in it. */
export interface ParsedRuleSet {
  readonly ruleSet: RuleSet;
  readonly failed: readonly UnreadableDocument[];
}

type Documents = Pick<DocumentSet, 'rule' | 'audience'>;

/** Never throws: one bad document costs one document. Disabled rules are left out; failures come audiences first, then by key. */
export function parseRuleSet(documents: Documents): ParsedRuleSet {
  return inOnePiece(ruleSetSteps(documents, readConditions));
}

/** The same a rule at a time; `read` is `readConditions`, or a memory of it. */
export function* ruleSetSteps(documents: Documents, read: typeof readConditions): Steps<ParsedRuleSet> {
  const failed: UnreadableDocument[] = [];
  const audiences = yield* readAudiences(documents.audience, read, failed);
  const parsed = yield* readRules(documents.rule, { audiences, read, failed });
  const rules = inEvaluationOrder(parsed);
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

function* readAudiences(
  documents: DocumentSet['audience'],
  read: typeof readConditions,
  failed: UnreadableDocument[],
): Steps<ReadonlyMap<string, Condition>> {
  const audiences = new Map<string, Condition>();
  for (const { key, conditions } of documents.values()) {
    const parsed = read(conditions);
    if ('condition' in parsed) audiences.set(key, parsed.condition);
    else failed.push({ kind: 'audience', key, message: parsed.message });
    yield;
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

interface RuleReading {
  readonly audiences: ReadonlyMap<string, Condition>;
  readonly read: typeof readConditions;
  readonly failed: UnreadableDocument[];
}

function* readRules(
  documents: DocumentSet['rule'],
  { audiences, read, failed }: RuleReading,
): Steps<readonly ParsedRule[]> {
  const rules: ParsedRule[] = [];
  const size = new WrittenOutSize(audiences);
  for (const document of documents.values()) {
    if (!document.enabled) continue;
    const parsed = bounded(read(document.conditions), size);
    if ('condition' in parsed) rules.push({ document, condition: parsed.condition });
    else failed.push({ kind: 'rule', key: document.key, message: parsed.message });
    yield;
  }
  return rules;
}

/** Conditions that were read, or why they were not. */
export type ConditionReading = { readonly condition: Condition } | { readonly message: string };

/** Documents are checked when they are saved; one that got past that, malformed or bottomless, is caught here. */
export function readConditions(conditions: ConditionDocument): ConditionReading {
  try {
    const parsed = parseCondition(conditions, '/conditions');
    return 'condition' in parsed ? parsed : { message: sentence(parsed.problems) };
  } catch {
    return { message: 'The conditions are malformed.' };
  }
}

function bounded(reading: ConditionReading, size: WrittenOutSize): ConditionReading {
  if ('message' in reading || size.of(reading.condition) <= MOST_COMPARISONS) return reading;
  return { message: TOO_LARGE };
}

/** By priority, then by key; documents come in the order of their keys as a rule, which leaves nothing to sort. */
function inEvaluationOrder(rules: readonly ParsedRule[]): readonly ParsedRule[] {
  const groups = [...groupBy(rules, ({ document }) => String(document.priority)).values()];
  return groups
    .sort(([a], [b]) => b.document.priority - a.document.priority)
    .flatMap((group) => group.sort(({ document: a }, { document: b }) => byKey(a, b)));
}

function byKey(a: RuleDocument, b: RuleDocument): number {
  return a.key < b.key ? -1 : 1;
}

function sentence(problems: readonly ConditionProblem[]): string {
  return problems.map(({ pointer, message }) => `${pointer}: ${message}`).join(' ');
}
