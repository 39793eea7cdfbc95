/** Appends what was shown and answered, inside a transaction that holds the account's history. */
import type { ResponseEntry } from '../../application/respond/response-ports';
import { storableKey, storableKeyOrNull } from './key-text';
import { insertRows } from './multi-row';
import type { SqlSession, SqlValue } from './sql-database';
import { priceText, REPORTED_COLUMNS } from './reported-response';
import { toSqlTime, toSqlTimeOrNull } from './sql-time';
import { isRepeatedKey } from './transient-error';

const COLUMNS = [...REPORTED_COLUMNS, 'comment', 'business_key'];

/**
 * All or none. Throws when an id or a business key was recorded before: nobody else writes under the lock, so running
 * the transaction again would only meet it again.
 */
export async function writeEntries(
  session: SqlSession,
  accountId: string,
  entries: readonly ResponseEntry[],
): Promise<void> {
  if (entries.some((entry) => entry.accountId !== accountId))
    throw new RangeError(`An entry of another account can't be recorded under the lock of \`${accountId}\`.`);
  try {
    await insertRows(session, 'response_entry', COLUMNS, entries.map(entryValues));
  } catch (error) {
    if (!isRepeatedKey(error)) throw error;
    throw new Error(`Account \`${accountId}\` has an entry with this id or business key already.`, {
      cause: error,
    });
  }
}

function entryValues(entry: ResponseEntry): readonly SqlValue[] {
  return [
    storableKey(entry.id),
    storableKey(entry.accountId),
    entry.userId,
    entry.kind,
    storableKeyOrNull(entry.promptId),
    storableKey(entry.subject),
    toSqlTime(entry.at),
    storableKeyOrNull(entry.ruleKey),
    entry.signal,
    storableKeyOrNull(entry.treatment),
    entry.release,
    entry.surface,
    entry.conversationId,
    storableKeyOrNull(entry.segment),
    entry.reason,
    toSqlTimeOrNull(entry.silentUntil),
    toSqlTimeOrNull(entry.crossedAt),
    entry.opensPrompt ? 1 : 0,
    entry.exhausts ? 1 : 0,
    storableKeyOrNull(priceText(entry.price)),
    entry.comment,
    storableKeyOrNull(entry.businessKey),
  ];
}
