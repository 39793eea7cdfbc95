/** The read of a decision: the same for one who asks alone and for many who ask at once. */
import fc from 'fast-check';
import { openSql } from '../../../src/adapters/persistence/open-sql';
import { SqlSubjectSource } from '../../../src/adapters/persistence/sql-subject-source';
import { accountWrite } from '../../support/account-writes';
import { describeEachDatabase } from '../../support/databases';

const KNOWN = ['key-1', 'KEY-1', 'key-é', 'key-é', 'key-2', 'key-2 ', '🚀', "o'neil", '?'];
const UNKNOWN = ['nobody', 'Key-1', 'key-2  ', ''];

describeEachDatabase('what decisions are made from', (database) => {
  beforeAll(() => database.stores.accountStore.writeMany(KNOWN.map((id) => accountWrite(id))));
  const find = (id: string) => database.stores.subjects.find(id);

  it('is found for every id by itself, byte by byte', async () => {
    for (const id of KNOWN) {
      const snapshot = await database.stores.accounts.snapshot(id);
      const stored = await find(id);
      expect(stored && database.stores.subjects.read(stored).snapshot).toEqual(snapshot);
      expect(snapshot?.account.id).toBe(id);
    }
    for (const id of UNKNOWN) expect(await find(id)).toBeNull();
  });

  it('is the same when many ask at once, for some more than once', async () => {
    const alone = new Map<string, unknown>();
    for (const id of [...KNOWN, ...UNKNOWN]) alone.set(id, await find(id));
    const asked = fc.array(fc.constantFrom(...KNOWN, ...UNKNOWN), { minLength: 1, maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(asked, async (ids) => {
        const found = await Promise.all(ids.map(find));
        expect(found).toEqual(ids.map((id) => alone.get(id)));
      }),
      { numRuns: 30 },
    );
  });

  it('is read together on a server, sixty-four at a time, and one by one from a file', async () => {
    const sql = await openSql(database.url);
    const prepared = jest.spyOn(sql, 'prepared');
    const source = new SqlSubjectSource(sql);
    await Promise.all(Array.from({ length: 130 }, (_, at) => source.find(KNOWN[at % KNOWN.length] ?? '')));
    const sizes = prepared.mock.calls.map(([, parameters]) => parameters.length);
    expect(sizes).toEqual(sql.dialect === 'mysql' ? [64, 64, 2] : Array.from({ length: 130 }, () => 1));
    await sql.close();
  });

  it('that can’t be read fails for all who ask', async () => {
    const sql = await openSql(database.url);
    jest.spyOn(sql, 'prepared').mockRejectedValue(new Error('away'));
    const source = new SqlSubjectSource(sql);
    const asked = await Promise.allSettled(KNOWN.map((id) => source.find(id)));
    expect(asked.map(({ status }) => status)).toEqual(KNOWN.map(() => 'rejected'));
    await sql.close();
  });
});
