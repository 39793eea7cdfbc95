/** Runs every check over every document of a set: what a publishable set must satisfy. */
import { documentsOf } from '../documents/build-document-set';
import type { DocumentSet } from '../documents/document-set';
import { findingsOf, type Finding, type KeyedDocument } from '../documents/keyed-document';
import type { Problem } from '../documents/problem';
import { checkContext, type CheckContext, type CheckTools } from './check';
import { defaultPolicy } from './default-policy';
import { SPECIFIED_CHECKS } from './specified-checks';

/** All findings at once, by document in release order; an empty list means publishable without a second look. */
export function checkDocuments(set: DocumentSet, tools: CheckTools): Finding[] {
  const context = checkContext(set, tools);
  return [
    ...documentsOf(set).flatMap((subject) => findingsOf(subject, checkDocument(subject, context))),
    ...defaultPolicy(set),
  ];
}

/** All findings about one document of a prepared set. */
export function checkDocument(subject: KeyedDocument, context: CheckContext): Problem[] {
  return SPECIFIED_CHECKS.flatMap((check) => check(subject, context));
}
