/** The DataSource for TypeORM's own command line: `npx typeorm-ts-node-commonjs migration:show -d ormconfig.ts`. */
import { DataSource } from 'typeorm';
import { parseDatabaseUrl } from './src/adapters/persistence/database-address';
import { serverOptions, sqliteOptions } from './src/adapters/persistence/data-source-options';
import { DEFAULT_OPEN_OPTIONS } from './src/adapters/persistence/open-options';

const address = parseDatabaseUrl(process.env['DATABASE_URL'] ?? 'sqlite:./data/expansion.db');

/** Of the database in DATABASE_URL; without it the embedded default. */
export const dataSource = new DataSource(
  address.kind === 'sqlite' ? sqliteOptions(address, 'writer') : serverOptions(address, DEFAULT_OPEN_OPTIONS),
);
