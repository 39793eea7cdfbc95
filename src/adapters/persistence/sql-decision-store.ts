/** Appends decisions to their log. */
import type { DecisionLogEntry, DecisionStore } from '../../application/ports';
import { storableKey } from './key-text';
import { insertStatements } from './multi-row';
import type { SqlDatabase, SqlValue } from './sql-database';
import { toSqlTime } from './sql-time';

const COLUMNS = [
  'id',
  'account_id',
  'user_id',
  'release_number',
  'decided_at',
  'surface',
  'motion',
  'account_version',
  'payload',
];

/** What makes a row whose id is there already a no-op, so that a batch may be sent again; every other error is one. */
const LEAVE = {
  mysql: ' ON DUPLICATE KEY UPDATE id = VALUES(id)',
  sqlite: ' ON CONFLICT (id) DO NOTHING',
} as const;

/** Appends whole batches, all or nothing. */
export class SqlDecisionStore implements DecisionStore {
  constructor(private readonly database: SqlDatabase) {}

  async insertMany(entries: readonly DecisionLogEntry[]): Promise<void> {
    const rows = entries.map(decisionValues);
    const leave = LEAVE[this.database.dialect];
    const statements = insertStatements('decision_log', COLUMNS, rows, leave);
    if (statements.length > 0) await this.database.runUnpromised(statements);
  }

  async count(): Promise<number> {
    const sql = 'SELECT COUNT(*) AS total FROM decision_log';
    const [row] = await this.database.all<{ total: number | string }>(sql, []);
    return Number(row?.total);
  }
}

function decisionValues(entry: DecisionLogEntry): readonly SqlValue[] {
  return [
    storableKey(entry.id),
    storableKey(entry.accountId),
    entry.userId,
    entry.release,
    toSqlTime(entry.decidedAt),
    entry.surface,
    entry.motion,
    entry.accountVersion,
    entry.payload,
  ];
}
