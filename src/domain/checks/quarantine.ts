/** Takes documents that cannot be relied on out of a set, so that the others answer. */
import type { Steps } from '../collections/steps';
import { documentSetOf, documentsOf, type QuarantinedDocument } from '../documents/build-document-set';
import type { DocumentSet } from '../documents/document-set';
import { hasErrors } from '../documents/found';
import type { CheckTools } from './check';
import { judgeEach } from './check-documents';
import type { CheckMemory } from './check-memory';

/** What is left of a set, and what was taken out. */
export interface Quarantine {
  readonly documents: DocumentSet;
  readonly quarantined: readonly QuarantinedDocument[];
}

/**
 * Removes documents with errors, then those that referred to them, until the rest is sound. Meant for releases that
 * were written past the checks; rule tests are left alone, nothing depends on them. A step is one document.
 */
export function* quarantineSteps(
  set: DocumentSet,
  tools: CheckTools,
  memory: CheckMemory,
): Steps<Quarantine> {
  const quarantined: QuarantinedDocument[] = [];
  let documents = set;
  for (;;) {
    const all = documentsOf(documents);
    const judged = yield* judgeEach(documents, all.filter(isDecisive), tools, memory);
    const broken = judged.filter(({ problems }) => hasErrors(problems));
    if (broken.length === 0) return { documents, quarantined };
    const removed = new Set(broken.map(({ subject }) => subject.document as object));
    documents = documentSetOf(all.filter(({ document }) => !removed.has(document)));
    quarantined.push(...broken.map(({ subject: { kind, key }, problems }) => ({ kind, key, problems })));
  }
}

function isDecisive({ kind }: { readonly kind: string }): boolean {
  return kind !== 'test';
}
