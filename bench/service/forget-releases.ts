/** Takes the releases and logged decisions of an earlier run out of a kept database of our service. */
import { openDatabase } from '../../src/adapters/persistence/open-database';
import { openDataSource } from '../naive-service/open-data-source';

const TABLES = ['release_document', 'published_release', 'document', 'decision_log'];

/** Afterwards the service takes its first release from its folder of documents, as in an empty database. */
export async function forgetReleases(url: string): Promise<void> {
  const { database } = await openDatabase(url);
  await database.migrate();
  await database.close();
  const source = await openDataSource(url, false);
  for (const table of TABLES) await source.query(`DELETE FROM ${table}`);
  await source.destroy();
}
