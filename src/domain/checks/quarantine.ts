/** Takes documents that cannot be relied on out of a set, so that the others answer. */
import { documentSetOf, documentsOf, type QuarantinedDocument } from '../documents/build-document-set';
import type { DocumentSet } from '../documents/document-set';
import { hasErrors } from '../documents/found';
import { checkContext, type CheckTools } from './check';
import { checkDocument } from './check-documents';

/**
 * Removes documents with errors, then those that referred to them, until the rest is sound. Meant for releases that
 * were written past the checks; rule tests are left alone, nothing depends on them.
 */
export function quarantineBroken(
  set: DocumentSet,
  tools: CheckTools,
): { readonly documents: DocumentSet; readonly quarantined: readonly QuarantinedDocument[] } {
  const context = checkContext(set, tools);
  const judged = documentsOf(set).map((subject) => ({
    subject,
    problems: subject.kind === 'test' ? [] : checkDocument(subject, context),
  }));
  const broken = judged.filter(({ problems }) => hasErrors(problems));
  if (broken.length === 0) return { documents: set, quarantined: [] };
  const kept = judged.filter(({ problems }) => !hasErrors(problems)).map(({ subject }) => subject);
  const rest = quarantineBroken(documentSetOf(kept), tools);
  const quarantined = broken.map(({ subject: { kind, key }, problems }) => ({ kind, key, problems }));
  return { documents: rest.documents, quarantined: [...quarantined, ...rest.quarantined] };
}
