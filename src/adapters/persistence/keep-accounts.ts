/** Keeps accounts as logged decisions read them, before they change, without their texts passing through this process. */
import { keyText, type StoredKey } from './key-text';
import { placeholders, rowsByKeys } from './multi-row';
import type { SqlSession } from './sql-database';

/** The newest line tells: versions only grow. A look that locks nothing, since others are writing the log. */
const DECIDED =
  ' AND version = (SELECT account_version FROM decision_log ' +
  'WHERE decision_log.account_id = account.id ORDER BY decided_at DESC LIMIT 1)';
const COPY =
  'INSERT INTO account_snapshot (account_id, version, profile, usage_matrix, activity) ' +
  'SELECT id, version, profile, usage_matrix, activity FROM account WHERE id IN ';
/** It was kept before. */
const LEAVE = {
  mysql: ' ON DUPLICATE KEY UPDATE account_snapshot.version = account_snapshot.version',
  sqlite: ' ON CONFLICT (account_id, version) DO NOTHING',
} as const;
/** So few that each is prepared once. The first id fills a size up. */
const SIZES = [1, 10, 100] as const;
const MOST = 100;

/**
 * To be called with accounts that this transaction has locked and is about to change. A version that no decision was logged
 * of is not kept, nor one whose decisions are not written yet.
 */
export async function keepAccounts(session: SqlSession, accountIds: readonly string[]): Promise<void> {
  const select = 'SELECT id FROM account WHERE id';
  const decided = await rowsByKeys<{ id: StoredKey }>(session, select, accountIds, DECIDED);
  const ids = decided.map(({ id }) => keyText(id));
  for (let start = 0; start < ids.length; start += MOST) await copy(session, ids.slice(start, start + MOST));
}

async function copy(session: SqlSession, ids: readonly string[]): Promise<void> {
  const size = SIZES.find((fitting) => fitting >= ids.length) ?? MOST;
  const filled = Array.from({ length: size }, (_, at) => ids[at] ?? ids[0] ?? '');
  await session.runPrepared(`${COPY}(${placeholders(size)})${LEAVE[session.dialect]}`, filled);
}
