/** Recognises a full disk, whichever database met it. */
import { DatabaseFault } from './database-fault';

const CODES = new Set([
  'ENOSPC',
  'SQLITE_FULL',
  'SQLITE_IOERR_SHMSIZE',
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
]);
/** How storage engines pass the operating system's ENOSPC on. */
const ENGINE_ERROR = { code: 'ER_GET_ERRNO', message: /\berror 28\b/i };

/** True when nothing can be written until somebody makes room; trying again at once can't help. */
export function isDiskFull(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code !== 'string') return false;
  return CODES.has(code) || (code === ENGINE_ERROR.code && ENGINE_ERROR.message.test(String(message)));
}

/** The fault that says so in words. */
export function diskFullFault(where: string, error: unknown): DatabaseFault {
  return new DatabaseFault(
    'DATABASE_FULL',
    `The database ${where} has no room left on its disk: nothing more is recorded, what was acknowledged is safe. ` +
      'Make room there; recording resumes by itself.',
    error,
  );
}
