/** Appends lines to the audit log inside the transaction that does what they tell of. */
import { continueChain, headAfter, type AuditHead, type AuditTools } from '../../domain/audit/audit-chain';
import type { AuditEntry, AuditRecord } from '../../domain/audit/audit-entry';
import { keyText } from './key-text';
import { insertRows } from './multi-row';
import type { SqlReader, SqlSession, SqlValue } from './sql-database';
import { toSqlTime } from './sql-time';
import type { AuditHeadRow } from './tables/audit-head-table';

/** Columns of the audit log, in the order of `auditValues`. */
export const AUDIT_COLUMNS = [
  'position',
  'at',
  'actor_id',
  'actor_name',
  'action',
  'subject',
  'reason',
  'before_text',
  'after_text',
  'previous_hash',
  'hash',
] as const;

const SELECT_HEAD = "SELECT length, hash, seal FROM audit_head WHERE id = 'head'";
const MOVE_HEAD = "UPDATE audit_head SET length = ?, hash = ?, seal = ? WHERE id = 'head'";

/**
 * Positions have no gaps, whoever else appends: the head stays locked until the transaction ends, so append last. No records,
 * no lock. Throws when the head is gone: nothing that must be audited is done without its line.
 */
export async function appendAudit(
  session: SqlSession,
  records: readonly AuditRecord[],
  tools: AuditTools,
): Promise<void> {
  if (records.length === 0) return;
  const head = await auditHead(session, session.dialect === 'mysql' ? ' FOR UPDATE' : '');
  if (head === null) throw new Error('The audit log has no head; see docs/audit.md.');
  const lines = continueChain(records, head, tools.digest);
  await insertRows(session, 'audit_entry', AUDIT_COLUMNS, lines.map(auditValues));
  const { length, hash, seal } = headAfter(lines, head, tools);
  await session.run(MOVE_HEAD, [length, hash, seal]);
}

/** The head as it is stored; null when there is none. `suffix` may lock it. */
export async function auditHead(reader: SqlReader, suffix = ''): Promise<AuditHead | null> {
  const [row] = await reader.all<AuditHeadRow>(SELECT_HEAD + suffix, []);
  return row === undefined ? null : { length: row.length, hash: keyText(row.hash), seal: row.seal };
}

function auditValues(line: AuditEntry): readonly SqlValue[] {
  return [
    line.position,
    toSqlTime(line.at),
    line.actor.id,
    line.actor.name,
    line.action,
    line.subject,
    line.reason,
    line.before,
    line.after,
    line.previousHash,
    line.hash,
  ];
}
