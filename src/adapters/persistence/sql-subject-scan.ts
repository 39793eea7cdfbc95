/** Reads every account with its history, a page at a time. */
import type { ScannedSubject, SubjectScan } from '../../application/simulate/simulate-ports';
import type { StoredSubject } from '../../application/decide/subject';
import { keyText, type StoredKey } from './key-text';
import type { SqlDatabase } from './sql-database';

const SELECT =
  'SELECT id, account.version, profile, usage_matrix AS usageMatrix, activity, history FROM account ' +
  'LEFT JOIN account_history ON account_id = id WHERE id > ? ORDER BY id LIMIT';

interface ScannedRow extends StoredSubject {
  readonly id: StoredKey;
}

/** Both tables are read along their primary keys; a page is one prepared statement. */
export class SqlSubjectScan implements SubjectScan {
  constructor(private readonly database: SqlDatabase) {}

  async page(after: string | null, limit: number): Promise<readonly ScannedSubject[]> {
    const rows = await this.database.prepared<ScannedRow>(`${SELECT} ${Math.trunc(limit)}`, [after ?? '']);
    return rows.map((row) =>
      typeof row.id === 'string' ? (row as ScannedSubject) : { ...row, id: keyText(row.id) },
    );
  }
}
