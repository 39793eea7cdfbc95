/** Appends decisions to their log. */
import type { DecisionLogEntry, DecisionStore } from '../../application/ports';
import { storableKey } from './key-text';
import { knownIds } from './known-ids';
import { insertRows } from './multi-row';
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

/** Looks for ids it has before it inserts, so that a batch may be sent again. */
export class SqlDecisionStore implements DecisionStore {
  constructor(private readonly database: SqlDatabase) {}

  async insertMany(entries: readonly DecisionLogEntry[]): Promise<void> {
    const rows = new Map(entries.map((entry) => [entry.id, decisionValues(entry)]));
    await this.database.transaction(async (session) => {
      const known = await knownIds(session, 'decision_log', [...rows.keys()]);
      const fresh = [...rows].filter(([id]) => !known.has(id)).map(([, values]) => values);
      await insertRows(session, 'decision_log', COLUMNS, fresh);
    });
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
