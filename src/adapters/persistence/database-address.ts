/** Reads DATABASE_URL. */
import { DatabaseFault } from './database-fault';

/** Where the database is. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'mysql' | 'mariadb';
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

const EXAMPLES = 'Examples: sqlite:./data/expansion.db, mysql://user:password@127.0.0.1:3306/expansion.';

/** Throws a `DATABASE_URL_INVALID` fault that never repeats the password. */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  const scheme = /^([a-z0-9]+):/.exec(url)?.[1];
  if (scheme === 'sqlite') return sqliteAddress(url.slice('sqlite:'.length));
  if (scheme === 'mysql' || scheme === 'mariadb') return serverAddress(scheme, url);
  throw invalid('it must begin with sqlite:, mysql:// or mariadb://');
}

/** The address for people, without the password. */
export function describeAddress(address: DatabaseAddress): string {
  if (address.kind === 'sqlite') return address.file;
  return `${address.kind}://${address.user}@${address.host}:${address.port}/${address.database}`;
}

function sqliteAddress(file: string): DatabaseAddress {
  if (file === '' || file.startsWith(':')) throw invalid('the path of a file must follow `sqlite:`');
  return { kind: 'sqlite', file };
}

function serverAddress(kind: 'mysql' | 'mariadb', text: string): DatabaseAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  const database = decoded(url?.pathname.slice(1) ?? '');
  if (url === null || url.hostname === '')
    throw invalid('it must look like mysql://user:password@host:port/name');
  if (database === '' || database.includes('/'))
    throw invalid('the name of one database must follow the host');
  return {
    kind,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 3306 : Number(url.port),
    user: decoded(url.username),
    password: decoded(url.password),
    database,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid('a `%` must be written as `%25`');
  }
}

function invalid(reason: string): DatabaseFault {
  return new DatabaseFault('DATABASE_URL_INVALID', `DATABASE_URL can't be used: ${reason}. ${EXAMPLES}`);
}
