/** Reads what a decision is made from in one statement. */
import type { StoredSubject, Subject, SubjectSource } from '../../application/decide/subject';
import { EMPTY_HISTORY, type History } from '../../domain/responses/history';
import { snapshotOf } from './account-rows';
import type { SqlDatabase } from './sql-database';

const SELECT =
  'SELECT account.version, profile, usage_matrix AS usageMatrix, activity, history FROM account ' +
  'LEFT JOIN account_history ON account_id = id WHERE id = ?';

/** One look-up by primary key in each of both tables. */
export class SqlSubjectSource implements SubjectSource {
  constructor(private readonly database: SqlDatabase) {}

  async find(accountId: string): Promise<StoredSubject | null> {
    const [row] = await this.database.prepared<StoredSubject>(SELECT, [accountId]);
    return row ?? null;
  }

  read({ version, profile, usageMatrix, activity, history }: StoredSubject): Subject {
    return {
      snapshot: snapshotOf({ version, profile, usage_matrix: usageMatrix, activity }),
      history: history === null ? EMPTY_HISTORY : (JSON.parse(history) as History),
    };
  }
}
