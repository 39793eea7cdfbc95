/** Lists the governing use cases as delivery adapters call them. */
import type { Actor } from '../../domain/audit/actor';
import type { DocumentChange } from '../../domain/changes/changes-between';
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { ApprovalRequest } from './approve-changes';
import type { DeleteRequest } from './delete-document';
import type { ArrangeResult, DeleteResult, PublishResult, SaveResult } from './govern-results';
import type { PendingChanges } from './pending-changes';
import type { DraftDocumentView } from './read-draft-document';
import type { ReleasePage } from './release-history';
import type { ReleaseLine } from './release-reader';
import type { SaveRequest } from './save-document';

/** To publish, once per idempotency key. */
export interface PublishInput {
  readonly message: string;
  /** RFC 3339; null: now. */
  readonly at: string | null;
  readonly idempotencyKey: string;
}

/** To go back, once per idempotency key. */
export interface RollbackInput {
  readonly toRelease: number;
  readonly message: string;
  readonly idempotencyKey: string;
}

/** Whoever changes what every customer sees: each change is audited, and none happens unseen by the others. */
export interface GovernanceServices {
  pending(): Promise<PendingChanges>;
  /** As it would be published now; null when there never was one. */
  document(kind: DocumentKind, key: string): Promise<DraftDocumentView | null>;
  save(request: SaveRequest): Promise<SaveResult>;
  delete(request: DeleteRequest): Promise<DeleteResult>;
  approve(request: ApprovalRequest): Promise<ArrangeResult>;
  cancelSchedule(request: Omit<ApprovalRequest, 'comment'>): Promise<ArrangeResult>;
  publish(input: PublishInput, actor: Actor): Promise<PublishResult>;
  rollBack(input: RollbackInput, actor: Actor): Promise<PublishResult>;
  /** Newest first, with a number smaller than `before`. */
  releases(before: number | null, limit: number): Promise<ReleasePage>;
  /** null when there is none of that number. */
  release(number: number): Promise<ReleaseLine | null>;
  changesOf(number: number): Promise<readonly DocumentChange[]>;
}
