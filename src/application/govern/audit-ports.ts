/** The contracts between the audit log and the world; lines are appended by the store that does what is audited. */
import type { AuditHead } from '../../domain/audit/audit-chain';
import type { AuditEntry } from '../../domain/audit/audit-entry';

/** Reads the audit log; nothing changes or deletes a line. */
export interface AuditLog {
  /** At most `limit` lines before `position`, newest first; null begins with the newest. */
  newest(before: number | null, limit: number): Promise<readonly AuditEntry[]>;
  /** At most `limit` lines after `position`, oldest first: what a verifier walks. Null begins with the first, whatever its number. */
  following(position: number | null, limit: number): Promise<readonly AuditEntry[]>;
  /** Null when it was deleted; before the first line its length is 0. */
  head(): Promise<AuditHead | null>;
}
