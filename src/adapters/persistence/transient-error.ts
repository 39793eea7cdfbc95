/** Decides which database errors mean "run the whole transaction again", and how often and how fast. */
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';

/** Deadlock or certification failure, changed since read, lock wait, repeated unique key. */
const TRANSIENT_ERRNOS = new Set([1213, 1020, 1205, 1062]);
const TRANSIENT_SQLITE = /^SQLITE_(BUSY|LOCKED|CONSTRAINT_(PRIMARYKEY|UNIQUE))/;
const LOST_CONNECTION = new Set(['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE']);

/** Thrown by a transaction that found its own earlier look outdated. */
export class StaleLook extends Error {}

interface DriverError {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly sqlState?: unknown;
}

/** True when another run of the whole transaction may succeed. */
export function isTransient(error: unknown): boolean {
  if (error instanceof StaleLook) return true;
  const { code, errno, sqlState } = (error ?? {}) as DriverError;
  if (typeof code === 'string' && TRANSIENT_SQLITE.test(code)) return true;
  return sqlState === '40001' || (typeof errno === 'number' && TRANSIENT_ERRNOS.has(errno));
}

/** True when the connection died under a statement: reads may be sent again on another one. */
export function isLostConnection(error: unknown): boolean {
  const { code } = (error ?? {}) as DriverError;
  return typeof code === 'string' && LOST_CONNECTION.has(code);
}

/** Up to 10 more runs, 5 to 500 ms apart, with jitter; then the last error is thrown. */
export const transactionRetry = retry(handleWhen(isTransient), {
  maxAttempts: 10,
  backoff: new ExponentialBackoff({ initialDelay: 5, maxDelay: 500 }),
});

/** Reads change nothing: 2 more tries after a lost connection or a busy file. */
export const readRetry = retry(
  handleWhen((error) => isTransient(error) || isLostConnection(error)),
  { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 5, maxDelay: 50 }) },
);

/** Two processes that migrate at once: the one that came second looks again and finds the work done. */
export const migrationRetry = retry(
  handleWhen((error) => isTransient(driverErrorOf(error)) || /already exists/.test(String(error))),
  { maxAttempts: 10, backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 500 }) },
);

function driverErrorOf(error: unknown): unknown {
  return (error as { readonly driverError?: unknown } | null)?.driverError ?? error;
}
