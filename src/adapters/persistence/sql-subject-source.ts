/** Reads what a decision is made from in one statement, which on a server all share who ask in one turn of the event loop. */
import DataLoader from 'dataloader';
import type { StoredSubject, Subject, SubjectSource } from '../../application/decide/subject';
import { EMPTY_HISTORY, type History } from '../../domain/responses/history';
import { snapshotOf } from './account-rows';
import { keyText, type StoredKey } from './key-text';
import { placeholders } from './multi-row';
import type { SqlDatabase } from './sql-database';

const SELECT =
  'SELECT id, account.version, profile, usage_matrix AS usageMatrix, activity, history FROM account ' +
  'LEFT JOIN account_history ON account_id = id WHERE id IN';

/** Ids of one statement: so few sizes that each is prepared once. The first id fills a size up. */
const SIZES = [1, 2, 4, 8, 16, 32, 64] as const;
const MOST = 64;

interface SubjectRow extends StoredSubject {
  readonly id: StoredKey;
}

/** One look-up by primary key in each of both tables, for each account. */
export class SqlSubjectSource implements SubjectSource {
  private readonly together = new DataLoader<string, StoredSubject | null>((ids) => this.findAll(ids), {
    cache: false,
    maxBatchSize: MOST,
    batchScheduleFn: (read) => setImmediate(read),
  });

  constructor(private readonly database: SqlDatabase) {}

  /** A file answers at once: there is nothing to share, and waiting for others would take longer. */
  async find(accountId: string): Promise<StoredSubject | null> {
    if (this.database.dialect === 'mysql') return this.together.load(accountId);
    const [row] = await this.rowsOf([accountId]);
    return row ?? null;
  }

  read({ version, profile, usageMatrix, activity, history }: StoredSubject): Subject {
    return {
      snapshot: snapshotOf({ version, profile, usage_matrix: usageMatrix, activity }),
      history: history === null ? EMPTY_HISTORY : (JSON.parse(history) as History),
    };
  }

  private async findAll(ids: readonly string[]): Promise<(StoredSubject | null)[]> {
    const rows = await this.rowsOf(ids);
    const found = new Map(rows.map((row) => [keyText(row.id), row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  private rowsOf(ids: readonly string[]): Promise<readonly SubjectRow[]> {
    const size = SIZES.find((fitting) => fitting >= ids.length) ?? MOST;
    const filled = Array.from({ length: size }, (_, at) => ids[at] ?? ids[0] ?? '');
    return this.database.prepared<SubjectRow>(`${SELECT} (${placeholders(size)})`, filled);
  }
}
