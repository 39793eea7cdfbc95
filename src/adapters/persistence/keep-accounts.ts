/** Keeps accounts as logged decisions read them, without their texts passing through this process. */
import type { AccountVersion } from './kept-versions';
import type { SqlSession } from './sql-database';

const COPY =
  'INSERT INTO account_snapshot (account_id, version, profile, usage_matrix, activity) ' +
  'SELECT id, version, profile, usage_matrix, activity FROM account WHERE (';
const ONE = '(id = ? AND version = ?)';
/** What is kept is not read again: its texts are all that this costs. */
const UNLESS_KEPT =
  ') AND NOT EXISTS (SELECT 1 FROM account_snapshot kept WHERE kept.account_id = account.id AND kept.version = account.version)';
/** Another replica may have been faster. */
const LEAVE = {
  mysql: ' ON DUPLICATE KEY UPDATE account_snapshot.version = account_snapshot.version',
  sqlite: ' ON CONFLICT (account_id, version) DO NOTHING',
} as const;
/** So few that each is prepared once. The first version fills a size up. */
const SIZES = [1, 10, 100] as const;
const MOST = 100;

/** At most 100 at a time, at least one. A version that the account no longer has leaves no row. */
export async function keepAccounts(session: SqlSession, versions: readonly AccountVersion[]): Promise<void> {
  const size = SIZES.find((fitting) => fitting >= versions.length) ?? MOST;
  const filled = Array.from({ length: size }, (_, at) => versions[at] ?? versions[0]);
  const choice = Array.from({ length: size }, () => ONE).join(' OR ');
  const values = filled.flatMap((one) => [one?.accountId ?? '', one?.accountVersion ?? 0]);
  await session.runPrepared(COPY + choice + UNLESS_KEPT + LEAVE[session.dialect], values);
}
