import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataSource } from '../../bench/naive-service/open-data-source';
import { accountIdAt, benchAccounts } from '../../bench/service/bench-accounts';
import { type DatabaseKind, makeDatabases } from '../../bench/service/bench-databases';
import { fillDatabases } from '../../bench/service/fill-databases';
import { isKept, rememberKept } from '../../bench/service/kept-databases';
import { openDatabase } from '../../src/adapters/persistence/open-database';
import { describeOnServer, TEST_MYSQL_URL } from '../support/databases';

const NOW = Date.parse('2026-06-15T12:00:00.000Z');
const ACCOUNTS = 30;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-'));
});
afterEach(() => rm(folder, { recursive: true }));

const request = (kind: DatabaseKind) => ({
  kind,
  accounts: ACCOUNTS,
  ours: 2,
  keep: false,
  folder,
  server: TEST_MYSQL_URL,
});

async function fillsAll(kind: DatabaseKind): Promise<void> {
  const databases = await makeDatabases(request(kind));
  const told: number[] = [];
  await fillDatabases(databases, ACCOUNTS, NOW, (written) => void told.push(written));
  expect(told).toEqual([ACCOUNTS]);
  for (const url of databases.ours) {
    const { database, accounts } = await openDatabase(url);
    expect(await accounts.count()).toBe(ACCOUNTS);
    expect(await accounts.snapshot(accountIdAt(7))).toEqual([...benchAccounts(8, NOW)][7]);
    await database.close();
  }
  const naive = await openDataSource(databases.naive, false);
  const [rows, usage] = [
    await naive.getRepository('NaiveAccount').count(),
    await naive.getRepository('NaiveUsage').count(),
  ];
  expect([rows, usage]).toEqual([ACCOUNTS, 6 * ACCOUNTS]);
  await naive.destroy();
  await databases.release();
}

describe('the databases of a run', () => {
  it('hold the same accounts for every service on SQLite', () => fillsAll('sqlite'));

  it('are found again only on the day they were filled, in the same number and size', async () => {
    const kept = request('sqlite');
    const sameDay = Date.parse('2026-06-15T23:59:59.000Z');
    expect(isKept(kept, NOW)).toBe(false);
    rememberKept(kept, NOW);
    expect(isKept(kept, sameDay)).toBe(true);
    expect(isKept(kept, sameDay + 1_000)).toBe(false);
    expect(isKept({ ...kept, ours: 3 }, NOW)).toBe(false);
    expect(isKept({ ...kept, accounts: 31 }, NOW)).toBe(false);
    expect(isKept({ ...kept, kind: 'mariadb' }, NOW)).toBe(false);
  });
});

describeOnServer('the databases of a run', () => {
  it('hold the same accounts for every service', () => fillsAll('mariadb'));
});
