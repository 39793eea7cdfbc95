/** The contracts between editing documents and the world. */
import type { Actor } from '../../domain/audit/actor';
import type { DocumentKind } from '../../domain/documents/document-kind';
import type { PendingDocument } from '../../domain/drafts/pending-document';
import type { Workspace } from '../../domain/drafts/workspace';
import type { NewRelease } from '../ports';
import type { AuditRecord } from '../../domain/audit/audit-entry';

/** Everything that is pending, as of one moment. */
export interface Draft {
  readonly workspace: Workspace;
  /** Number of the release in force; 0 before the first. */
  readonly release: number;
  /** In release order. */
  readonly pending: readonly PendingDocument[];
}

/** One document as it would be published, and its version. */
export interface DraftDocument {
  /** 0: it never existed. */
  readonly version: number;
  /** Canonical text; null where there is none, or none any more. */
  readonly text: string | null;
  /** Null unless it is pending. */
  readonly pending: PendingDocument | null;
}

/** One document to be saved or deleted. */
export interface DraftChange {
  readonly kind: DocumentKind;
  readonly key: string;
  /** The version that the author saw; null: there is no such document yet, or any more. */
  readonly expectedVersion: number | null;
  /** Canonical text; null deletes it. */
  readonly text: string | null;
  /** SHA-256 of the text; null where it is deleted. */
  readonly hash: string | null;
}

/** Who changes what, and when. */
export interface DraftEdit {
  readonly changes: readonly DraftChange[];
  readonly actor: Actor;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Why, for the audit log; null where nothing was said. */
  readonly reason: string | null;
}

/** `conflict`: one of them is at another version than expected; nothing was changed. */
export type EditOutcome =
  | { readonly kind: 'edited'; readonly versions: readonly number[] }
  | {
      readonly kind: 'conflict';
      readonly of: Pick<DraftChange, 'kind' | 'key'>;
      readonly found: DraftDocument;
    };

/** What a governed call was sent as, so that it happens once. */
export interface GovernedCall {
  readonly callerId: string;
  readonly idempotencyKey: string;
  /** SHA-256 of the operation and its input without the idempotency key. */
  readonly bodyHash: string;
}

/** A release on its way. */
export interface GovernedRelease {
  readonly release: NewRelease;
  /** Number of the release in force that it was made on top of. */
  readonly expectedCurrent: number;
  /** Revision of the workspace that it was made from. */
  readonly expectedRevision: number;
  /** null where nobody repeats the call. */
  readonly call: GovernedCall | null;
  readonly audit: Omit<AuditRecord, 'subject'>;
}

/** `conflict`: another release or another edit came first. `reused`: the idempotency key was used for another call. */
export type AppendOutcome =
  | { readonly kind: 'appended' | 'replayed'; readonly number: number }
  | { readonly kind: 'conflict' | 'reused' };

/** What was made of the workspace, to be stored in the place of the one that was read. */
export interface WorkspaceChange {
  readonly expectedRevision: number;
  readonly workspace: Workspace;
  readonly audit: AuditRecord | null;
}

/** Keeps what is pending. Every change is one transaction with its lines of the audit log. */
export interface DraftStore {
  read(): Promise<Draft>;
  /** One read of a small row: what replicas poll. */
  workspace(): Promise<Workspace>;
  document(kind: DocumentKind, key: string): Promise<DraftDocument>;
  /** All of the changes or none. */
  edit(edit: DraftEdit): Promise<EditOutcome>;
  /** Approvals and schedules; false when the pending changes have changed meanwhile. */
  arrange(change: WorkspaceChange): Promise<boolean>;
  /** Publishes, and takes what was published out of what is pending. */
  append(release: GovernedRelease): Promise<AppendOutcome>;
  /** The release that an earlier call with this key made; null when there was none. */
  earlier(call: GovernedCall): Promise<AppendOutcome | null>;
}
