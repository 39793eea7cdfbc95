/** Names the database that DATABASE_URL means, to tell one from another. */
import { resolve } from 'node:path';
import { describeAddress, parseDatabaseUrl } from './database-address';

/** The same for every spelling of the path of a file; without the password. */
export function databaseTarget(url: string): string {
  const address = parseDatabaseUrl(url);
  return address.kind === 'sqlite' ? resolve(address.file) : describeAddress(address);
}
