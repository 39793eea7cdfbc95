/** Turns stored rows of accounts into snapshots. */
import type { Account, AccountActivity } from '../../domain/accounts/account';
import type { AccountSnapshot } from '../../domain/accounts/account-snapshot';
import type { UsageMatrix } from '../../domain/usage/usage-matrix';
import type { AccountRow } from './tables/account-table';

/** The columns a snapshot is made of. */
export const SNAPSHOT_COLUMNS = 'version, profile, usage_matrix, activity';

/** The stored JSON is the domain type, whole; nothing is mapped member by member. */
export function snapshotOf(row: AccountRow): AccountSnapshot {
  return {
    account: JSON.parse(row.profile) as Account,
    usage: JSON.parse(row.usage_matrix) as UsageMatrix,
    activity: JSON.parse(row.activity) as AccountActivity,
    version: row.version,
  };
}
