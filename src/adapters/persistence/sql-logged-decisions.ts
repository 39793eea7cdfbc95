/** Reads lines of the decision log, and accounts as they were when the lines were written. */
import type { LoggedDecisionReader } from '../../application/explain/replay-ports';
import type { DecisionLogEntry } from '../../application/ports';
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import { snapshotOf, SNAPSHOT_COLUMNS } from './account-rows';
import { keyText, type StoredKey } from './key-text';
import type { SqlDatabase } from './sql-database';
import { fromSqlTime } from './sql-time';
import type { AccountRow } from './tables/account-table';

const LINE =
  'SELECT id, account_id, user_id, release_number, decided_at, surface, motion, account_version, payload ' +
  'FROM decision_log WHERE id = ?';
const PRESENT = `SELECT ${SNAPSHOT_COLUMNS} FROM account WHERE id = ? AND version = ?`;
const KEPT = `SELECT ${SNAPSHOT_COLUMNS} FROM account_snapshot WHERE account_id = ? AND version = ?`;

interface LineRow {
  readonly id: StoredKey;
  readonly account_id: StoredKey;
  readonly user_id: string | null;
  readonly release_number: number;
  readonly decided_at: string;
  readonly surface: StoredKey;
  readonly motion: StoredKey;
  readonly account_version: number;
  readonly payload: string;
}

/** Look-ups by primary key. */
export class SqlLoggedDecisions implements LoggedDecisionReader {
  constructor(private readonly database: SqlDatabase) {}

  async find(id: string): Promise<DecisionLogEntry | null> {
    const [row] = await this.database.all<LineRow>(LINE, [id]);
    return row === undefined ? null : entryOf(row);
  }

  async snapshotAt(accountId: string, version: number): Promise<AccountSnapshot | null> {
    for (const select of [PRESENT, KEPT]) {
      const [row] = await this.database.all<AccountRow>(select, [accountId, version]);
      if (row !== undefined) return snapshotOf(row);
    }
    return null;
  }
}

function entryOf(row: LineRow): DecisionLogEntry {
  return {
    id: keyText(row.id),
    accountId: keyText(row.account_id),
    userId: row.user_id,
    release: row.release_number,
    decidedAt: fromSqlTime(row.decided_at),
    surface: keyText(row.surface),
    motion: keyText(row.motion),
    accountVersion: row.account_version,
    payload: row.payload,
  };
}
