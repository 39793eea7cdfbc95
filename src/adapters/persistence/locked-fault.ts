/** Says in plain words that others kept locks for too long. */
import { DatabaseFault } from './database-fault';

/** Nothing was written; the same call may come again. */
export function lockedFault(where: string, error: unknown): DatabaseFault {
  return new DatabaseFault(
    'DATABASE_BUSY',
    `The database ${where} stayed locked by others. Nothing was written, try again shortly; if it stays so, look for a ` +
      'long transaction or a backup of another process.',
    error,
  );
}
