import { inTransaction } from '../../../src/adapters/persistence/in-transaction';
import type { SqlSession } from '../../../src/adapters/persistence/sql-database';

/** A connection on which some statements fail. */
function connection(failures: Readonly<Record<string, Error>> = {}) {
  const statements: string[] = [];
  const session: SqlSession = {
    dialect: 'mysql',
    all: async () => [],
    runPrepared: async () => 0,
    run: async (sql) => {
      statements.push(sql);
      if (failures[sql]) throw failures[sql];
      return 0;
    },
  };
  const bounds = { begin: 'BEGIN', discard: () => void statements.push('(discarded)') };
  return { statements, run: (work: () => Promise<string>) => inTransaction(session, bounds, work) };
}

const first = new Error('the first error');

describe('a transaction', () => {
  it('begins, works, commits and hands over the result', async () => {
    const { statements, run } = connection();
    await expect(run(async () => 'done')).resolves.toBe('done');
    expect(statements).toEqual(['BEGIN', 'COMMIT']);
  });

  it('is rolled back explicitly when the work throws', async () => {
    const { statements, run } = connection();
    await expect(run(() => Promise.reject(first))).rejects.toBe(first);
    expect(statements).toEqual(['BEGIN', 'ROLLBACK']);
  });

  it('is rolled back when the commit is refused', async () => {
    const { statements, run } = connection({ COMMIT: first });
    await expect(run(async () => 'done')).rejects.toBe(first);
    expect(statements).toEqual(['BEGIN', 'COMMIT', 'ROLLBACK']);
  });

  it('throws the first error and gives the connection up when not even the rollback works', async () => {
    const { statements, run } = connection({ ROLLBACK: new Error('connection closed') });
    await expect(run(() => Promise.reject(first))).rejects.toBe(first);
    expect(statements).toEqual(['BEGIN', 'ROLLBACK', '(discarded)']);
  });

  it('that can not begin does no work', async () => {
    const { statements, run } = connection({ BEGIN: first });
    await expect(run(async () => 'done')).rejects.toBe(first);
    expect(statements).toEqual(['BEGIN']);
  });
});
