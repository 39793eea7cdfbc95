/** Stores what was made of the workspace, unless the pending changes have changed meanwhile. */
import type { DraftStore, WorkspaceChange } from './draft-ports';
import { overtakenBy } from './govern-refusals';
import type { ArrangeResult } from './govern-results';

/** The workspace as it is kept now, or who was faster. */
export async function arranged(
  drafts: Pick<DraftStore, 'arrange'>,
  change: WorkspaceChange,
): Promise<ArrangeResult> {
  const isKept = await drafts.arrange(change);
  return isKept
    ? { workspace: change.workspace, error: null }
    : { workspace: null, error: overtakenBy('The pending changes were changed') };
}
