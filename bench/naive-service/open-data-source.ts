/** Connects the plain service to its own database, with TypeORM's defaults. */
import { DataSource } from 'typeorm';
import { Accounts, Documents, Usages } from './tables';

const entities = [Accounts, Usages, ...Object.values(Documents)];

/** `sqlite:<file>` or `mysql://…`; `synchronize` makes the tables. */
export function openDataSource(url: string, synchronize: boolean): Promise<DataSource> {
  const source = url.startsWith('sqlite:')
    ? new DataSource({
        type: 'better-sqlite3',
        database: url.slice('sqlite:'.length),
        enableWAL: true,
        entities,
        synchronize,
      })
    : new DataSource({ type: 'mariadb', url: url.replace(/^mysql:/, 'mariadb:'), entities, synchronize });
  return source.initialize();
}
