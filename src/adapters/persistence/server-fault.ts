/** Says in plain words why a MySQL server can't be used. */
import { type DatabaseAddress, describeAddress } from './database-address';
import { diskFullFault, isDiskFull } from './disk-full';
import { DatabaseFault, type DatabaseFaultCode } from './database-fault';
import { lockedFault } from './locked-fault';
import { isLocked } from './transient-error';

interface Explanation {
  readonly code: DatabaseFaultCode;
  readonly what: string;
  readonly mend: string;
}

const UNREACHABLE: Explanation = {
  code: 'DATABASE_UNREACHABLE',
  what: "can't be reached",
  mend: 'Check that the server runs and that host, port and firewall are right',
};
const REFUSED: Explanation = {
  code: 'DATABASE_REFUSED_LOGIN',
  what: 'refuses this user or password',
  mend: 'Check both in DATABASE_URL (special characters percent-encoded), and that the user may use the database from here',
};
const MISSING: Explanation = {
  code: 'DATABASE_MISSING',
  what: 'does not exist',
  mend: 'Create it: CREATE DATABASE <name> CHARACTER SET utf8mb4',
};
const FULL: Explanation = {
  code: 'DATABASE_BUSY',
  what: 'has no connection left',
  mend: 'Raise max_connections on the server or lower the pool size of the replicas',
};

const EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map([
  ...[
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ECONNRESET',
    'EPIPE',
    'PROTOCOL_CONNECTION_LOST',
  ].map((code) => [code, UNREACHABLE] as const),
  ...['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR'].map(
    (code) => [code, REFUSED] as const,
  ),
  ['ER_BAD_DB_ERROR', MISSING],
  ['ER_CON_COUNT_ERROR', FULL],
  ['ER_USER_LIMIT_REACHED', FULL],
]);

/** A `DatabaseFault` for what an operator can mend, with the driver's error as cause; any other error as it is. */
export function serverFault(error: unknown, address: DatabaseAddress): unknown {
  if (isDiskFull(error)) return diskFullFault(describeAddress(address), error);
  if (isLocked(error)) return lockedFault(describeAddress(address), error);
  const code = (error as { readonly code?: unknown } | null)?.code;
  const explanation = typeof code === 'string' ? EXPLANATIONS.get(code) : undefined;
  if (explanation === undefined) return error;
  const { what, mend } = explanation;
  const where = describeAddress(address);
  return new DatabaseFault(
    explanation.code,
    `The database ${where} ${what} (${String(code)}). ${mend}.`,
    error,
  );
}
