/** Runs every check over one document. */
import type { KeyedDocument } from '../documents/keyed-document';
import type { Problem } from '../documents/problem';
import type { CheckContext } from './check';
import { SPECIFIED_CHECKS } from './specified-checks';

/** All findings about one document of a prepared set. */
export function checkDocument(subject: KeyedDocument, context: CheckContext): Problem[] {
  return SPECIFIED_CHECKS.flatMap((check) => check(subject, context));
}
