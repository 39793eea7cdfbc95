/** Decides who finishes a sale: the buyer in the product, or a human (requirement G6). */
import type { PolicyDocument } from '../documents/kinds/policy-document';
import type { CloseMode } from '../documents/kinds/vocabulary';

const EVERYONE_ELSE = '*';

/** By segment, else the policy's `*`; a policy that names neither leaves it to a human. */
export function closeModeOf(
  policy: Pick<PolicyDocument, 'closeMode'>,
  segment: string | undefined,
): CloseMode {
  const modes = policy.closeMode;
  const key = segment !== undefined && Object.hasOwn(modes, segment) ? segment : EVERYONE_ELSE;
  return modes[key] ?? 'HANDOFF';
}
