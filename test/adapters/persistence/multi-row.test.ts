import fc from 'fast-check';
import { insertRows, rowsByKeys } from '../../../src/adapters/persistence/multi-row';
import type { SqlSession, SqlValue } from '../../../src/adapters/persistence/sql-database';

interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

function recorder(): SqlSession & { readonly statements: Statement[] } {
  const statements: Statement[] = [];
  const note = async (sql: string, parameters: readonly SqlValue[]) => statements.push({ sql, parameters });
  return {
    dialect: 'sqlite',
    statements,
    run: note,
    runPrepared: note,
    all: async (sql, parameters) => {
      statements.push({ sql, parameters });
      return [];
    },
  };
}

const questions = ({ sql }: Statement) => sql.split('?').length - 1;
const charactersOf = ({ parameters }: Statement) => parameters.join('').length;

describe('inserting many rows', () => {
  it('sends every value once, in order, with a placeholder each, in statements of 100, 10 or 1 rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_600 }), async (count) => {
        const session = recorder();
        const rows = Array.from({ length: count }, (_, index) => [index, `row ${index}`]);
        await insertRows(session, 'some_table', ['number', 'name'], rows);
        expect(session.statements.flatMap(({ parameters }) => parameters)).toEqual(rows.flat());
        const sizes = session.statements.map(({ parameters }) => parameters.length / 2);
        const [hundreds, tens] = [Math.floor(count / 100), Math.floor((count % 100) / 10)];
        expect(sizes).toEqual([
          ...Array.from({ length: hundreds }, () => 100),
          ...Array.from({ length: tens }, () => 10),
          ...Array.from({ length: count % 10 }, () => 1),
        ]);
        for (const statement of session.statements)
          expect(questions(statement)).toBe(statement.parameters.length);
      }),
      { numRuns: 20 },
    );
  });

  it('sends fewer rows in a statement before its packet grows beyond a million characters', async () => {
    const session = recorder();
    const sizes = [3_000_000, ...Array.from({ length: 10 }, () => 100_000), 100_001];
    await insertRows(
      session,
      'some_table',
      ['text'],
      sizes.map((size) => ['x'.repeat(size)]),
    );
    expect(session.statements.map(charactersOf)).toEqual([3_000_000, 1_000_000, 100_001]);
  });
});

describe('looking up many keys', () => {
  it.each([
    [0, []],
    [1, [1]],
    [1_000, [1_000]],
    [2_001, [1_000, 1_000, 1]],
  ])('asks for %i in lists of at most a thousand', async (count, expected) => {
    const session = recorder();
    const keys = Array.from({ length: count }, (_, index) => `k${index}`);
    await rowsByKeys(session, 'SELECT id FROM some_table WHERE id', keys);
    expect(session.statements.map(({ parameters }) => parameters.length)).toEqual(expected);
    expect(session.statements.map(questions)).toEqual(expected);
  });
});
