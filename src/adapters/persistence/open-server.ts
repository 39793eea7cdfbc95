/** Opens a MySQL or MariaDB database, whichever the server turns out to be. */
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import type { DatabaseAddress } from './database-address';
import { serverOptions } from './data-source-options';
import { MysqlDatabase } from './mysql-database';
import type { OpenOptions } from './open-options';
import { serverFault } from './server-fault';

type ServerAddress = Exclude<DatabaseAddress, { kind: 'sqlite' }>;

/** The scheme of the URL is only a claim: MariaDB answers to mysql:// too, and is told apart by its version. */
export async function openServer(address: ServerAddress, options: OpenOptions): Promise<MysqlDatabase> {
  try {
    const kind = await serverKind(address, options);
    const source = new DataSource(serverOptions({ ...address, kind }, options));
    return new MysqlDatabase(await source.initialize(), address, options);
  } catch (error) {
    throw serverFault(error, address);
  }
}

/** What the server at the address says it is. */
export async function serverKind(address: ServerAddress, options: OpenOptions): Promise<'mysql' | 'mariadb'> {
  const { host, port, user, password, database } = address;
  const connectTimeout = options.connectTimeoutMs;
  const connection = await createConnection({ host, port, user, password, database, connectTimeout });
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
    return /mariadb/i.test(String(rows[0]?.['version'])) ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}
