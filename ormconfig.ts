/** The DataSource for TypeORM's own command line: `npx tsx node_modules/typeorm/cli.js migration:show -d ormconfig.ts`. */
import { DataSource } from 'typeorm';
import { parseDatabaseUrl } from './src/adapters/persistence/database-address';
import { serverOptions, sqliteOptions } from './src/adapters/persistence/data-source-options';
import { DEFAULT_OPEN_OPTIONS } from './src/adapters/persistence/open-options';
import { serverKind } from './src/adapters/persistence/open-server';

async function fromEnvironment(): Promise<DataSource> {
  const address = parseDatabaseUrl(process.env['DATABASE_URL'] ?? 'sqlite:./data/expansion.db');
  if (address.kind === 'sqlite') return new DataSource(sqliteOptions(address, 'writer'));
  const kind = await serverKind(address, DEFAULT_OPEN_OPTIONS);
  return new DataSource(serverOptions({ ...address, kind }, DEFAULT_OPEN_OPTIONS));
}

/** Of the database in DATABASE_URL; without it the embedded default. */
export const dataSource = fromEnvironment();
