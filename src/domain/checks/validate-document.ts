/** Judges one candidate document in the light of all others. */
import type { DocumentKind } from '../documents/document-kind';
import type { DocumentSet } from '../documents/document-set';
import type { KeyedDocument } from '../documents/keyed-document';
import { parseDocument } from '../documents/parse-document';
import type { Problem } from '../documents/problem';
import { checkContext, withDocument, type CheckTools } from './check';
import { checkDocument } from './check-document';

/** Every problem of the candidate as if it were added to the set, or replaced the document of its key. Never throws. */
export function validateDocument(
  kind: DocumentKind,
  value: unknown,
  set: DocumentSet,
  tools: CheckTools,
): readonly Problem[] {
  const parsed = parseDocument(kind, value);
  if ('problems' in parsed) return parsed.problems;
  const subject = { kind, key: parsed.document.key, document: parsed.document } as KeyedDocument;
  return checkDocument(subject, checkContext(withDocument(set, subject), tools));
}
