/** Reads accounts: one for a decision, many for lists. */
import type { AccountDirectory, AccountPage, AccountReader } from '../../application/ports';
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import { SNAPSHOT_COLUMNS, snapshotOf } from './account-rows';
import { rowsByKeys } from './multi-row';
import type { SqlDatabase } from './sql-database';
import type { AccountRow } from './tables/account-table';

const SELECT = `SELECT ${SNAPSHOT_COLUMNS} FROM account`;
const SELECT_ONE = `${SELECT} WHERE id = ?`;

/** One statement a call, the hot one prepared. */
export class SqlAccountDirectory implements AccountReader, AccountDirectory {
  constructor(private readonly database: SqlDatabase) {}

  async snapshot(accountId: string): Promise<AccountSnapshot | null> {
    const [row] = await this.database.prepared<AccountRow>(SELECT_ONE, [accountId]);
    return row === undefined ? null : snapshotOf(row);
  }

  async snapshots(accountIds: readonly string[]): Promise<readonly (AccountSnapshot | null)[]> {
    const rows = await rowsByKeys<AccountRow>(this.database, `${SELECT} WHERE id`, [...new Set(accountIds)]);
    const byId = new Map(rows.map(snapshotOf).map((snapshot) => [snapshot.account.id, snapshot]));
    return accountIds.map((id) => byId.get(id) ?? null);
  }

  async page(after: string | null, limit: number): Promise<AccountPage> {
    const rows = await this.database.all<AccountRow>(
      `${SELECT} WHERE id > ? ORDER BY id LIMIT ${Math.trunc(limit) + 1}`,
      [after ?? ''],
    );
    return { items: rows.slice(0, limit).map(snapshotOf), hasNextPage: rows.length > limit };
  }

  async count(): Promise<number> {
    const [row] = await this.database.all<{ total: number | string }>(
      'SELECT COUNT(*) AS total FROM account',
      [],
    );
    return Number(row?.total);
  }
}
