/** Tells cheaply whether accounts changed: their data or what they were shown and answered. */
import type { AccountVersions } from '../../application/watch/account-changes';
import { keyText } from './key-text';
import { rowsByKeys } from './multi-row';
import type { SqlDatabase } from './sql-database';

interface VersionRow {
  readonly id: string | Uint8Array;
  readonly version: number;
  readonly past: number | null;
}

const SELECT =
  'SELECT a.id AS id, a.version AS version, h.version AS past FROM account a ' +
  'LEFT JOIN account_history h ON h.account_id = a.id WHERE a.id';

/** Both versions in one text. */
export class SqlAccountVersions implements AccountVersions {
  constructor(private readonly database: SqlDatabase) {}

  async versions(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await rowsByKeys<VersionRow>(this.database, SELECT, accountIds);
    return new Map(rows.map(({ id, version, past }) => [keyText(id), `${version}.${past ?? 0}`]));
  }
}
