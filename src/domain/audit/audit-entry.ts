/** Says what a line of the audit log holds. */
import type { Timestamp } from '../accounts/account';
import type { Actor } from './actor';

/** What is put down in the audit log. */
export const AUDIT_ACTIONS = [
  'DOCUMENT_SAVED',
  'DOCUMENT_DELETED',
  'CHANGES_APPROVED',
  'RELEASE_SCHEDULED',
  'SCHEDULE_CANCELLED',
  'RELEASE_PUBLISHED',
  'RELEASE_ROLLED_BACK',
  'API_KEY_CREATED',
  'API_KEY_REVOKED',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One thing that was done; written in the transaction that does it. */
export interface AuditRecord {
  readonly at: Timestamp;
  readonly actor: Actor;
  readonly action: AuditAction;
  /** `kind/key` of a document, `release/<number>`, `draft`, or `api-key/<id>`. */
  readonly subject: string;
  /** Why, in the actor's own words; null where nothing was said. */
  readonly reason: string | null;
  /** Text before and after; null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A line of the audit log. */
export interface AuditEntry extends AuditRecord {
  /** From 1, without gaps. */
  readonly position: number;
  /** Hash of the line before; 64 zeros for the first. */
  readonly previousHash: string;
  /** SHA-256 over everything above, lower-case hex; see audit-chain.ts. */
  readonly hash: string;
}
