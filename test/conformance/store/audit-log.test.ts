/** Promise P15: whatever is done to the audit log behind the service's back is found, and nothing else is. */
import fc from 'fast-check';
import { appendAudit } from '../../../src/adapters/persistence/append-audit';
import { openSql } from '../../../src/adapters/persistence/open-sql';
import { SqlAuditLog } from '../../../src/adapters/persistence/sql-audit-log';
import type { SqlDatabase, SqlSession } from '../../../src/adapters/persistence/sql-database';
import { toSqlTime } from '../../../src/adapters/persistence/sql-time';
import { VerifyAudit } from '../../../src/application/govern/verify-audit';
import { type AuditMark, EMPTY_LOG } from '../../../src/domain/audit/audit-chain';
import type { AuditEntry, AuditRecord } from '../../../src/domain/audit/audit-entry';
import type { AuditLog } from '../../../src/application/govern/audit-ports';
import { auditRecord, TEST_AUDIT_TOOLS } from '../../support/audit-lines';
import { anyTamper, type StoredAudit } from '../../support/audit-tampers';
import { describeEachDatabase, type TestDatabase } from '../../support/databases';

const TAMPERS = 1_000;
const LINES = 24;
const UNDONE = new Error('the test undoes what it did');

function opened(database: TestDatabase): { readonly sql: SqlDatabase } {
  let sql: Awaited<ReturnType<typeof openSql>> | undefined;
  beforeAll(async () => void (sql = await openSql(database.url)));
  afterAll(() => sql?.close());
  return {
    get sql() {
      if (sql === undefined) throw new Error('The database is open inside tests only.');
      return sql;
    },
  };
}

const append = (sql: SqlDatabase, records: readonly AuditRecord[]) =>
  sql.transaction((session) => appendAudit(session, records, TEST_AUDIT_TOOLS));

async function codesOf(log: AuditLog, noted: AuditMark | null = null): Promise<readonly string[]> {
  const codes: string[] = [];
  await new VerifyAudit(log, TEST_AUDIT_TOOLS).execute(noted, ({ code }) => void codes.push(code));
  return codes;
}

async function storedAudit(log: AuditLog): Promise<StoredAudit> {
  return { lines: await log.following(null, 10_000), head: await log.head() };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Writes what differs, straight into the tables. */
async function overwrite(session: SqlSession, before: StoredAudit, after: StoredAudit): Promise<void> {
  const gone = before.lines.filter((line) => !after.lines.some((other) => same(line, other)));
  const come = after.lines.filter((line) => !before.lines.some((other) => same(line, other)));
  for (const { position } of gone)
    await session.run('DELETE FROM audit_entry WHERE position = ?', [position]);
  for (const line of come) await insert(session, line);
  if (same(before.head, after.head)) return;
  await session.run('DELETE FROM audit_head', []);
  if (after.head === null) return;
  const { length, hash, seal } = after.head;
  await session.run("INSERT INTO audit_head (id, length, hash, seal) VALUES ('head', ?, ?, ?)", [
    length,
    hash,
    seal,
  ]);
}

async function insert(session: SqlSession, line: AuditEntry): Promise<void> {
  const { position, at, actor, action, subject, reason, before, after, previousHash, hash } = line;
  await session.run(`INSERT INTO audit_entry VALUES (${Array(11).fill('?').join(', ')})`, [
    ...[position, toSqlTime(at), actor.id, actor.name, action, subject],
    ...[reason, before, after, previousHash, hash],
  ]);
}

/** What the verifier finds after the change, which is then undone. */
async function afterChange(
  sql: SqlDatabase,
  change: (log: StoredAudit) => StoredAudit,
  more: readonly AuditRecord[] = [],
): Promise<{ readonly changed: boolean; readonly codes: readonly string[] }> {
  const before = await storedAudit(new SqlAuditLog(sql));
  const after = change(before);
  let codes: readonly string[] = [];
  const work = sql.transaction(async (session) => {
    await overwrite(session, before, after);
    await appendAudit(session, more, TEST_AUDIT_TOOLS);
    codes = await codesOf(new SqlAuditLog(session));
    throw UNDONE;
  });
  await work.catch((error: unknown) => {
    if (error !== UNDONE) throw error;
  });
  return { changed: !same(before, after), codes };
}

describeEachDatabase('the audit log', (database) => {
  const open = opened(database);
  const log = () => database.stores.audit;

  it('is sound before its first line', async () => {
    expect(await codesOf(log())).toEqual([]);
    expect(await log().head()).toEqual({ ...EMPTY_LOG, seal: '' });
    expect(await log().newest(null, 10)).toEqual([]);
  });

  it('gets a gapless, sound chain from 64 transactions at once', async () => {
    const records = Array.from({ length: 64 }, (_, index) => [
      auditRecord(2 * index),
      auditRecord(2 * index + 1),
    ]);
    await Promise.all(records.map((two) => append(open.sql, two)));
    const lines = await log().following(null, 1_000);
    expect(lines.map(({ position }) => position)).toEqual(Array.from({ length: 128 }, (_, at) => at + 1));
    expect(lines.map(({ subject }) => subject).sort()).toEqual(
      records
        .flat()
        .map(({ subject }) => subject)
        .sort(),
    );
    expect(await codesOf(log())).toEqual([]);
  });

  it('gives back what was written, newest first for people and oldest first for the verifier', async () => {
    const record = auditRecord(500, {
      reason: 'half \ud83d and whole 😀 ',
      before: null,
      after: 'x'.repeat(100_000),
    });
    await append(open.sql, [record]);
    expect(await log().newest(null, 1)).toEqual([
      expect.objectContaining({ ...record, reason: 'half \ufffd and whole 😀 ', position: 129 }),
    ]);
    expect((await log().newest(4, 2)).map(({ position }) => position)).toEqual([3, 2]);
    expect((await log().following(127, 5)).map(({ position }) => position)).toEqual([128, 129]);
  });

  it('gets no line from a transaction that comes to nothing, and the next line leaves no gap', async () => {
    const failing = open.sql.transaction(async (session) => {
      await appendAudit(session, [auditRecord(1)], TEST_AUDIT_TOOLS);
      throw UNDONE;
    });
    await expect(failing).rejects.toBe(UNDONE);
    await append(open.sql, []);
    await append(open.sql, [auditRecord(2)]);
    expect((await log().newest(null, 1))[0]?.position).toBe(130);
    expect(await codesOf(log())).toEqual([]);
  });

  it('refuses a line when its head is gone, and with it what the line would tell of', async () => {
    const { lines, head } = await storedAudit(log());
    await expect(afterChange(open.sql, () => ({ lines, head: null }), [auditRecord(1)])).rejects.toThrow(
      'no head',
    );
    expect(await log().head()).toEqual(head);
  });
});

describeEachDatabase('an audit log that somebody changed', (database) => {
  const open = opened(database);
  beforeAll(() =>
    append(
      open.sql,
      Array.from({ length: LINES }, (_, index) => auditRecord(index)),
    ),
  );

  it(`is found out in ${TAMPERS} of ${TAMPERS} random cases, and never accused when it was left alone`, async () => {
    const counts = new Map<string, { tried: number; found: number }>();
    let leftAlone = 0;
    const law = fc.asyncProperty(anyTamper(LINES), async ({ name, apply }) => {
      const { changed, codes } = await afterChange(open.sql, apply);
      if (!changed) {
        leftAlone += 1;
        expect(codes).toEqual([]);
      }
      fc.pre(changed);
      const count = counts.get(name) ?? { tried: 0, found: 0 };
      counts.set(name, { tried: count.tried + 1, found: count.found + (codes.length > 0 ? 1 : 0) });
      expect(codes).not.toEqual([]);
    });
    await fc.assert(law, { numRuns: TAMPERS });
    expect(await codesOf(database.stores.audit)).toEqual([]);
    const all = [...counts.values()];
    const tried = all.reduce((sum, count) => sum + count.tried, 0);
    const found = all.reduce((sum, count) => sum + count.found, 0);
    const table = [...counts].sort().map(([name, count]) => `  ${name}: ${count.found} of ${count.tried}`);
    process.stdout.write(
      `audit tampers on ${open.sql.dialect}: ${found} of ${tried} found, ${leftAlone} changed nothing and were not accused\n${table.join('\n')}\n`,
    );
    expect([tried, found]).toEqual([TAMPERS, TAMPERS]);
  }, 300_000);

  it('stays found out when the service goes on appending to it', async () => {
    const cut = (log: StoredAudit): StoredAudit => {
      const lines = log.lines.slice(0, -3);
      const { position: length = 0, hash = '' } = lines.at(-1) ?? {};
      return { lines, head: { length, hash, seal: log.head?.seal ?? '' } };
    };
    const { codes } = await afterChange(open.sql, cut, [auditRecord(100), auditRecord(101)]);
    expect(codes).toEqual(['SEAL_BROKEN']);
  });

  it('by putting an older state back whole is found by a noted mark, and by nothing else', async () => {
    const older = await storedAudit(database.stores.audit);
    await append(open.sql, [auditRecord(200), auditRecord(201)]);
    const newer = await storedAudit(database.stores.audit);
    const noted = { length: newer.head?.length ?? 0, hash: newer.head?.hash ?? '' };
    expect(await codesOf(database.stores.audit, noted)).toEqual([]);
    await open.sql.transaction((session) => overwrite(session, newer, older));
    expect(await codesOf(database.stores.audit)).toEqual([]);
    expect(await codesOf(database.stores.audit, noted)).toEqual(['NOT_AS_NOTED']);
  });
});
