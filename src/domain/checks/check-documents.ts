/** Runs every check over every document of a set: what a publishable set must satisfy. */
import { inOnePiece, type Steps } from '../collections/steps';
import { documentsOf } from '../documents/build-document-set';
import type { DocumentSet } from '../documents/document-set';
import { findingsOf, type Finding, type KeyedDocument } from '../documents/keyed-document';
import type { Problem } from '../documents/problem';
import { checkContext, type CheckTools } from './check';
import { CheckMemory } from './check-memory';
import { defaultPolicy } from './default-policy';
import { ruleSubstance } from './duplicate-rules';
import { ObservedContext } from './observed-context';
import { demandsOf } from './shadowed-rules';

/** All findings at once, by document in release order; an empty list means publishable without a second look. */
export function checkDocuments(set: DocumentSet, tools: CheckTools): Finding[] {
  return inOnePiece(checkSteps(set, tools, new CheckMemory()));
}

/** The same a document at a time; what the memory knows is not looked for again. */
export function* checkSteps(set: DocumentSet, tools: CheckTools, memory: CheckMemory): Steps<Finding[]> {
  const judged = yield* judgeEach(set, documentsOf(set), tools, memory);
  return [...judged.flatMap(({ subject, problems }) => findingsOf(subject, problems)), ...defaultPolicy(set)];
}

/** A document and everything that is wrong with it. */
export interface JudgedDocument {
  readonly subject: KeyedDocument;
  readonly problems: readonly Problem[];
}

/** Judges these documents of a set, in their order. */
export function* judgeEach(
  set: DocumentSet,
  subjects: readonly KeyedDocument[],
  tools: CheckTools,
  memory: CheckMemory,
): Steps<JudgedDocument[]> {
  const context = new ObservedContext(checkContext(set, tools));
  yield* prepareSubstances(set);
  const judged: JudgedDocument[] = [];
  for (const subject of subjects) {
    judged.push({ subject, problems: memory.judge(subject, context) });
    yield;
  }
  return judged;
}

/** The first rule that asks for its twin would otherwise wait for what all of them say. */
function* prepareSubstances({ rule }: DocumentSet): Steps<void> {
  for (const document of rule.values()) {
    ruleSubstance(document);
    demandsOf(document);
    yield;
  }
}
