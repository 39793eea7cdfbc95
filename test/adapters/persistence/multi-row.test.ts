import fc from 'fast-check';
import { insertRows, rowsByKeys } from '../../../src/adapters/persistence/multi-row';
import type { SqlSession, SqlValue } from '../../../src/adapters/persistence/sql-database';

interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

function recorder(): SqlSession & { readonly statements: Statement[] } {
  const statements: Statement[] = [];
  return {
    dialect: 'sqlite',
    statements,
    run: async (sql, parameters) => statements.push({ sql, parameters }),
    all: async (sql, parameters) => {
      statements.push({ sql, parameters });
      return [];
    },
  };
}

const questions = ({ sql }: Statement) => sql.split('?').length - 1;
const charactersOf = ({ parameters }: Statement) => parameters.join('').length;

describe('inserting many rows', () => {
  it('sends every value once, in order, with a placeholder each, at most 500 rows a statement', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1_600 }), async (count) => {
        const session = recorder();
        const rows = Array.from({ length: count }, (_, index) => [index, `row ${index}`]);
        await insertRows(session, 'some_table', ['number', 'name'], rows);
        expect(session.statements.flatMap(({ parameters }) => parameters)).toEqual(rows.flat());
        expect(session.statements).toHaveLength(Math.ceil(count / 500));
        for (const statement of session.statements)
          expect(questions(statement)).toBe(statement.parameters.length);
      }),
      { numRuns: 20 },
    );
  });

  it('starts a new statement before a packet grows beyond a million characters', async () => {
    const session = recorder();
    const sizes = [400_000, 400_000, 400_000, 3_000_000, 10];
    await insertRows(
      session,
      'some_table',
      ['text'],
      sizes.map((size) => ['x'.repeat(size)]),
    );
    expect(session.statements.map(charactersOf)).toEqual([800_000, 400_000, 3_000_000, 10]);
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
