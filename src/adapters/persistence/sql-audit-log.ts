/** Reads the audit log. */
import type { AuditLog } from '../../application/govern/audit-ports';
import type { AuditAction, AuditEntry } from '../../domain/audit/audit-entry';
import { AUDIT_COLUMNS, auditHead } from './append-audit';
import { keyText } from './key-text';
import type { SqlReader } from './sql-database';
import { fromSqlTime } from './sql-time';
import type { AuditEntryRow } from './tables/audit-entry-table';

const SELECT = `SELECT ${AUDIT_COLUMNS.join(', ')} FROM audit_entry`;

/** Lines are read as they stand; whether they are what was written is the verifier's to say. */
export class SqlAuditLog implements AuditLog {
  constructor(private readonly database: SqlReader) {}

  newest(before: number | null, limit: number): Promise<readonly AuditEntry[]> {
    return this.page(before === null ? [] : ['< ?', before], 'DESC', limit);
  }

  following(position: number | null, limit: number): Promise<readonly AuditEntry[]> {
    return this.page(position === null ? [] : ['> ?', position], 'ASC', limit);
  }

  head() {
    return auditHead(this.database);
  }

  private async page(bound: [] | [string, number], order: 'ASC' | 'DESC', limit: number) {
    const [comparison, ...values] = bound;
    const where = comparison === undefined ? '' : ` WHERE position ${comparison}`;
    const sql = `${SELECT}${where} ORDER BY position ${order} LIMIT ${Math.trunc(limit)}`;
    return (await this.database.all<AuditEntryRow>(sql, values)).map(entryOf);
  }
}

function entryOf(row: AuditEntryRow): AuditEntry {
  return {
    position: row.position,
    at: fromSqlTime(row.at),
    actor: { id: row.actor_id, name: row.actor_name },
    action: keyText(row.action) as AuditAction,
    subject: row.subject,
    reason: row.reason,
    before: row.before_text,
    after: row.after_text,
    previousHash: keyText(row.previous_hash),
    hash: keyText(row.hash),
  };
}
