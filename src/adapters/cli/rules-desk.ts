/** Names what the command line does with drafts and releases; the composition root makes it, and says who acts. */
import type { ArrangeResult, PublishResult } from '../../application/govern/govern-results';
import type { PendingChanges } from '../../application/govern/pending-changes';
import type { PullOptions, PullOutcome } from '../../application/govern/pull-documents';
import type { PushOutcome } from '../../application/govern/push-documents';
import type { ReleaseLine } from '../../application/govern/release-reader';
import type { DocumentSet } from '../../domain/documents/document-set';

/** Whoever sits at the terminal acts, under the name that the system knows them by. */
export interface RulesDesk {
  /** Publishes a folder on top of the current release. */
  publish(documents: DocumentSet, message: string): Promise<PublishResult>;
  /** Publishes what is pending; `at` in milliseconds since the epoch, null: now. */
  publishDraft(message: string, at: number | null): Promise<PublishResult>;
  /** Writes the release in force, or what is pending, as files; null where there is neither. */
  pull(folder: string, options: PullOptions): Promise<PullOutcome | null>;
  push(
    documents: DocumentSet,
    options: { readonly prune: boolean; readonly reason: string | null },
  ): Promise<PushOutcome>;
  pending(): Promise<PendingChanges>;
  approve(expectedRevision: number, comment: string | null): Promise<ArrangeResult>;
  rollBack(toRelease: number, message: string): Promise<PublishResult>;
  /** The latest, newest first. */
  releases(limit: number): Promise<readonly ReleaseLine[]>;
}
