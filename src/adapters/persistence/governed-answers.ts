/** Remembers which release a call made, so that its repeats make none. */
import type { AppendOutcome, GovernedCall } from '../../application/govern/draft-ports';
import type { Timestamp } from '../../domain/accounts/account';
import { MAX_IDEMPOTENCY_KEY_BYTES } from './column-types';
import { keyText, storableKey } from './key-text';
import { insertRows } from './multi-row';
import type { SqlReader, SqlSession } from './sql-database';
import { toSqlTime } from './sql-time';
import type { IdempotencyKeyRow } from './tables/idempotency-key-table';

const SELECT = 'SELECT body_hash, answer FROM idempotency_key WHERE caller_id = ? AND idempotency_key = ?';
const COLUMNS = ['caller_id', 'idempotency_key', 'account_id', 'body_hash', 'answer', 'recorded_at'];
/** Releases belong to no account. */
const NO_ACCOUNT = '';

/** null when the key was not used before. */
export async function earlierAnswer(
  reader: SqlReader,
  { callerId, idempotencyKey, bodyHash }: GovernedCall,
): Promise<AppendOutcome | null> {
  const [row] = await reader.all<IdempotencyKeyRow>(SELECT, [callerId, idempotencyKey]);
  if (row === undefined) return null;
  if (keyText(row.body_hash) !== bodyHash) return { kind: 'reused' };
  return { kind: 'replayed', number: Number(row.answer) };
}

/** In the transaction that makes the release. */
export async function keepAnswer(
  session: SqlSession,
  { callerId, idempotencyKey, bodyHash }: GovernedCall,
  number: number,
  at: Timestamp,
): Promise<void> {
  const key = storableKey(idempotencyKey, MAX_IDEMPOTENCY_KEY_BYTES);
  const row = [storableKey(callerId), key, NO_ACCOUNT, bodyHash, String(number), toSqlTime(at)];
  await insertRows(session, 'idempotency_key', COLUMNS, [row]);
}
