/** Decides which database errors mean "run the whole transaction again", and how often and how fast. */
import { ExponentialBackoff, handleWhen, retry, type RetryPolicy } from 'cockatiel';

const REPEATED_KEY_ERRNO = 1062;
const REPEATED_KEY_SQLITE = /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)/;
/** Deadlock or certification failure, changed since read, lock wait. */
const TRANSIENT_ERRNOS = new Set([1213, 1020, 1205]);
const TRANSIENT_SQLITE = /^SQLITE_(BUSY|LOCKED)/;
/** The server stops, or an operator killed the connection or its statement. */
const LOST_ERRNOS = new Set([1053, 1927, 1317]);
const LOST_CONNECTION = new Set(['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE']);
/** mysql2 gives no code to a statement sent on a connection that it knows to be closed. */
const CLOSED_CONNECTION = /connection is in closed state/;

/** Thrown by a transaction that found its own earlier look outdated. */
export class StaleLook extends Error {}

interface DriverError {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly sqlState?: unknown;
  readonly message?: unknown;
}

/** True when another run of the whole transaction may succeed. */
export function isTransient(error: unknown): boolean {
  if (error instanceof StaleLook || isRepeatedKey(error)) return true;
  const { code, errno, sqlState } = (error ?? {}) as DriverError;
  if (typeof code === 'string' && TRANSIENT_SQLITE.test(code)) return true;
  return sqlState === '40001' || (typeof errno === 'number' && TRANSIENT_ERRNOS.has(errno));
}

/** True when others kept locks for so long that the transaction was given up. */
export function isLocked(error: unknown): boolean {
  const { code, errno } = (error ?? {}) as DriverError;
  if (typeof code === 'string' && TRANSIENT_SQLITE.test(code)) return true;
  return typeof errno === 'number' && TRANSIENT_ERRNOS.has(errno);
}

/** True when a unique key was taken. */
export function isRepeatedKey(error: unknown): boolean {
  const { code, errno } = (error ?? {}) as DriverError;
  return errno === REPEATED_KEY_ERRNO || (typeof code === 'string' && REPEATED_KEY_SQLITE.test(code));
}

/** True when the connection died under a statement: what it did is not known, reads may be sent again on another one. */
export function isLostConnection(error: unknown): boolean {
  const { code, errno, message } = (error ?? {}) as DriverError;
  if (typeof errno === 'number' && LOST_ERRNOS.has(errno)) return true;
  if (typeof code === 'string') return LOST_CONNECTION.has(code);
  return typeof message === 'string' && CLOSED_CONNECTION.test(message);
}

const TEN_RUNS_MORE = {
  maxAttempts: 10,
  backoff: new ExponentialBackoff({ initialDelay: 5, maxDelay: 500 }),
};

/**
 * Up to 10 more runs, 5 to 500 ms apart, with jitter, and none after `deadline` (milliseconds, as `performance.now()` counts),
 * since somebody waits; then the last error is thrown.
 */
export function transactionRetryUntil(deadline: number): RetryPolicy {
  return retry(
    handleWhen((error) => isTransient(error) && performance.now() < deadline),
    TEN_RUNS_MORE,
  );
}

/**
 * The same, and after a lost connection whatever the hour: for work that finds out whether an earlier run of it was
 * committed. Locks are waited for until the deadline only.
 */
export function recognisingRetryUntil(deadline: number): RetryPolicy {
  return retry(
    handleWhen((error) => isLostConnection(error) || (isTransient(error) && performance.now() < deadline)),
    TEN_RUNS_MORE,
  );
}

/** Reads change nothing: 2 more tries after a lost connection or a busy file. */
export const readRetry = retry(handleWhen(isWorthAnotherRead), {
  maxAttempts: 2,
  backoff: new ExponentialBackoff({ initialDelay: 5, maxDelay: 50 }),
});

/** Reads once without the cost of the policy, which nearly every read does not need; then again at once, then by the policy. */
export async function readPatiently<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isWorthAnotherRead(error)) throw error;
    return readRetry.execute(read);
  }
}

function isWorthAnotherRead(error: unknown): boolean {
  return isTransient(error) || isLostConnection(error);
}

/** Two processes that migrate at once: the one that came second looks again and finds the work done. */
export const migrationRetry = retry(
  handleWhen((error) => isTransient(driverErrorOf(error)) || /already exists/.test(String(error))),
  { maxAttempts: 10, backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 500 }) },
);

function driverErrorOf(error: unknown): unknown {
  return (error as { readonly driverError?: unknown } | null)?.driverError ?? error;
}
