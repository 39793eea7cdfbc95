/** Runs work between BEGIN and COMMIT and undoes it whole when anything fails. */
import type { SqlSession } from './sql-database';

/** How a kind of connection begins a transaction, and what to do with one that can't even roll back. */
export interface TransactionBounds {
  readonly begin: string;
  discard(): void;
}

/**
 * Commits what the work did. On any error, a failed COMMIT included, everything is rolled back explicitly (after a lock
 * wait MySQL undoes only the statement) and the first error is thrown, whatever becomes of the rollback.
 */
export async function inTransaction<T>(
  session: SqlSession,
  bounds: TransactionBounds,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> {
  await session.run(bounds.begin, []);
  try {
    const result = await work(session);
    await session.run('COMMIT', []);
    return result;
  } catch (error) {
    await session.run('ROLLBACK', []).catch(() => bounds.discard());
    throw error;
  }
}
