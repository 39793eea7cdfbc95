/** Checks that there is a policy in force. */
import type { DocumentSet } from '../documents/document-set';
import { error } from '../documents/found';
import { findingsOf, type Finding } from '../documents/keyed-document';

/** The key of the policy in force. */
export const DEFAULT_POLICY = 'default';

/** A finding about the whole set: without the policy `default` nothing can be decided. */
export function defaultPolicy(set: DocumentSet): Finding[] {
  if (set.policy.has(DEFAULT_POLICY)) return [];
  const message = 'There is no policy with the key `default`.';
  const problem = error('NO_DEFAULT_POLICY', '', message, 'Add rules/policy/default.json.');
  return findingsOf({ kind: 'policy', key: DEFAULT_POLICY }, [problem]);
}
