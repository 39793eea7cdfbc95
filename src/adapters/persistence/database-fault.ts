/** Names what can be wrong with the database itself, in words an operator can act upon. */

/** `DATABASE_BUSY` passes by itself; the others want an operator, and are over as soon as the cause is. */
export type DatabaseFaultCode =
  | 'DATABASE_URL_INVALID'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_REFUSED_LOGIN'
  | 'DATABASE_MISSING'
  | 'DATABASE_FOLDER'
  | 'DATABASE_FILE'
  | 'DATABASE_CHARSET'
  | 'DATABASE_FULL'
  | 'DATABASE_BUSY';

/** Thrown, never returned. The message says what, where and how to mend it, and never holds a password. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';

  constructor(
    readonly code: DatabaseFaultCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
