/** Keeps what was shown and answered, exactly once, and with it the history that decisions read. */
import type {
  Recording,
  RecordingOutcome,
  ResponseChange,
  ResponseStore,
} from '../../application/respond/response-ports';
import { MAX_IDEMPOTENCY_KEY_BYTES } from './column-types';
import { handoffPlaces, takeOn } from './handoff-places';
import { keyText, storableKey } from './key-text';
import { lockedHistory, replaceHistory } from './locked-history';
import { insertRows } from './multi-row';
import type { SqlDatabase, SqlSession } from './sql-database';
import { toSqlTime } from './sql-time';
import type { IdempotencyKeyRow } from './tables/idempotency-key-table';
import { writeEntries } from './write-entries';

const KEPT_MS = 30 * 86_400_000;
const SELECT_ANSWER =
  'SELECT body_hash, answer FROM idempotency_key WHERE caller_id = ? AND idempotency_key = ?';
const KEY_COLUMNS = ['caller_id', 'idempotency_key', 'account_id', 'body_hash', 'answer', 'recorded_at'];

/** A recording whose COMMIT got no answer is run again and recognises itself by its idempotency key. */
export class SqlResponseStore implements ResponseStore {
  constructor(private readonly database: SqlDatabase) {}

  record(recording: Recording): Promise<RecordingOutcome> {
    return this.database.recognisingTransaction((session) => recordOnce(session, recording));
  }

  forgetKeys(now: number, limit: number): Promise<number> {
    const before = toSqlTime(new Date(now - KEPT_MS).toISOString());
    const sql = `DELETE FROM idempotency_key WHERE recorded_at < ? ORDER BY recorded_at LIMIT ${Math.trunc(limit)}`;
    return this.database.transaction((session) => session.run(sql, [before]));
  }
}

/** The lock first: whoever waited for it then sees the answer of the one it waited for. */
async function recordOnce(session: SqlSession, recording: Recording): Promise<RecordingOutcome> {
  const locked = await lockedHistory(session, recording.accountId);
  const earlier = await earlierOutcome(session, recording);
  if (earlier !== null) return earlier;
  const places = await handoffPlaces(session, recording);
  const change = recording.decide(locked.history, places.load);
  await writeEntries(session, recording.accountId, change.entries);
  if (change.history !== null) await replaceHistory(session, locked, change.history);
  if (change.takenOn !== undefined) await takeOn(session, places, change.takenOn);
  await keepAnswer(session, recording, change);
  return { kind: 'recorded', answer: change.answer };
}

async function earlierOutcome(
  session: SqlSession,
  { callerId, idempotencyKey, bodyHash }: Recording,
): Promise<RecordingOutcome | null> {
  const [row] = await session.all<IdempotencyKeyRow>(SELECT_ANSWER, [callerId, idempotencyKey]);
  if (row === undefined) return null;
  if (keyText(row.body_hash) !== bodyHash) return { kind: 'conflict' };
  return { kind: 'replayed', answer: row.answer };
}

/** Two accounts can meet in one key without waiting for each other's lock: the second is refused here and looks again. */
async function keepAnswer(
  session: SqlSession,
  { callerId, idempotencyKey, accountId, bodyHash, now }: Recording,
  { answer }: ResponseChange,
): Promise<void> {
  const recordedAt = toSqlTime(new Date(now).toISOString());
  const key = storableKey(idempotencyKey, MAX_IDEMPOTENCY_KEY_BYTES);
  const row = [storableKey(callerId), key, accountId, bodyHash, answer, recordedAt];
  await insertRows(session, 'idempotency_key', KEY_COLUMNS, [row]);
}
