/** Copies the accounts of one database of our service into another that is empty, inside the database: far less work than writing them again. */
import { copyFileSync } from 'node:fs';
import { openDatabase } from '../../src/adapters/persistence/open-database';
import { openDataSource } from '../naive-service/open-data-source';
import { accountIdAt } from './bench-accounts';

const ACCOUNTS_PER_COPY = 20_000;
const SQLITE = 'sqlite:';

/** Both are of one kind, on one server where there is one; nobody else has them open. `accounts` stand from position 0 up. */
export async function copyAccounts(from: string, to: string, accounts: number): Promise<void> {
  if (from.startsWith(SQLITE)) return copyFileSync(from.slice(SQLITE.length), to.slice(SQLITE.length));
  const { database } = await openDatabase(to);
  await database.migrate();
  await database.close();
  const target = await openDataSource(to, false);
  const select = `SELECT * FROM ${new URL(from).pathname.slice(1)}.account WHERE id >= ? AND id < ?`;
  for (let start = 0; start < accounts; start += ACCOUNTS_PER_COPY) {
    const bounds = [accountIdAt(start), accountIdAt(start + ACCOUNTS_PER_COPY)];
    await target.query(`INSERT INTO account ${select}`, bounds);
  }
  await target.destroy();
}
