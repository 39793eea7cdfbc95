/** Says in words what the pending changes change of the release in force. */
import { changesBetween, type DocumentChange } from '../../domain/changes/changes-between';
import { nameOf, type PendingDocument } from '../../domain/drafts/pending-document';
import type { Workspace } from '../../domain/drafts/workspace';
import type { ReadDraft } from './read-draft';

/** A change with who made it last. */
export interface PendingChange extends DocumentChange {
  readonly version: number;
  readonly savedBy: string;
  /** RFC 3339, UTC, milliseconds. */
  readonly savedAt: string;
}

/** Everything that is pending, and what people made of it. */
export interface PendingChanges {
  readonly workspace: Workspace;
  /** Number of the release in force. */
  readonly release: number;
  /** In release order. */
  readonly changes: readonly PendingChange[];
}

/** Reads only; a pending document that can't be read is not among the changes, publishing names it. */
export async function pendingChanges(reading: ReadDraft): Promise<PendingChanges> {
  const { draft, inForce, stored } = await reading.execute();
  const before = (await reading.documents(inForce)).documents;
  const after = (await reading.documents(stored)).documents;
  const pending = new Map(draft.pending.map((document) => [nameOf(document), document]));
  const changes = changesBetween(before, after).flatMap((change) => withAuthor(change, pending));
  return { workspace: draft.workspace, release: draft.release, changes };
}

function withAuthor(
  change: DocumentChange,
  pending: ReadonlyMap<string, PendingDocument>,
): readonly PendingChange[] {
  const document = pending.get(nameOf(change));
  if (document === undefined) return [];
  const { version, savedBy, savedAt } = document;
  return [{ ...change, version, savedBy, savedAt }];
}
