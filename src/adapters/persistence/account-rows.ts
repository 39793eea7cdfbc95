/** Turns stored rows of accounts into snapshots. */
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { AccountRow } from './tables/account-table';

/** The columns a snapshot is made of. */
export const SNAPSHOT_COLUMNS = 'version, profile, usage_matrix, activity';

/** The stored JSON is the domain type, whole; nothing is mapped member by member. */
export function snapshotOf(row: AccountRow): AccountSnapshot {
  return {
    account: JSON.parse(row.profile),
    usage: JSON.parse(row.usage_matrix),
    activity: JSON.parse(row.activity),
    version: row.version,
  };
}
