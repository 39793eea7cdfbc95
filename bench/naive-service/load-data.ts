/** Fills the database of the plain service with the same accounts and documents that ours has. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { DataSource, EntityManager, EntitySchema } from 'typeorm';
import type { Account, Contract, Health } from '../../src/domain/accounts/account';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import { Accounts, type AccountRow, Documents, KINDS, type UsageRow, Usages } from './tables';

const ROWS_PER_INSERT = 1_000;

/** Puts the folder of documents into the tables, one row each; what was there before is gone. */
export async function loadDocuments(source: DataSource, folder: string): Promise<void> {
  for (const kind of KINDS) {
    const files = readdirSync(path.join(folder, kind)).filter((file) => file.endsWith('.json'));
    const rows = files.map((file) => {
      const body = JSON.parse(readFileSync(path.join(folder, kind, file), 'utf8')) as { key: string };
      return { key: body.key, body };
    });
    await source.getRepository(Documents[kind]).clear();
    await source.getRepository(Documents[kind]).insert(rows);
  }
}

/** Inserts accounts and their usage in one transaction. */
export async function insertAccounts(source: DataSource, block: readonly AccountSnapshot[]): Promise<void> {
  await source.transaction(async (session) => {
    await insertRows(session, Accounts, block.map(accountRow));
    await insertRows(session, Usages, block.flatMap(usageRows));
  });
}

/** Plain SQL, since a million accounts are seven million rows; the service itself reads through repositories. */
async function insertRows<Row extends object>(
  session: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly object[],
): Promise<void> {
  const { tableName, columns } = session.connection.getMetadata(table);
  const names = columns.map(({ databaseName }) => databaseName);
  const escaped = names.map((name) => session.connection.driver.escape(name)).join(', ');
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    const some = rows.slice(start, start + ROWS_PER_INSERT) as Record<string, unknown>[];
    const tuple = `(${names.map(() => '?').join(', ')})`;
    const values = some.flatMap((row) => names.map((name) => storable(row[name])));
    await session.query(
      `INSERT INTO ${tableName} (${escaped}) VALUES ${some.map(() => tuple).join(', ')}`,
      values,
    );
  }
}

function storable(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** The generator leaves nothing out; the plain service's columns are not nullable. */
type FullAccount = Required<Account> & {
  readonly contract: Required<Contract>;
  readonly health: Required<Health>;
};

function accountRow({ account: generated, activity }: AccountSnapshot): Omit<AccountRow, 'usage'> {
  const account = generated as FullAccount;
  const { contract, health } = account;
  return {
    id: account.id,
    name: account.name,
    status: account.status,
    plan: account.plan,
    billingInterval: account.billingInterval,
    currency: account.currency,
    paidSince: account.paidSince,
    planSince: account.planSince,
    churnedAt: generated.churnedAt ?? null,
    segment: account.segment,
    industry: account.industry,
    country: account.country,
    region: account.region,
    contractTerm: contract.term,
    renewsAt: contract.renewsAt,
    csat: health.csat,
    sentiment: health.sentiment,
    openEscalations: health.openEscalations,
    billingIssue: health.billingIssue,
    churnRisk: health.churnRisk,
    usageDropOff: health.usageDropOff,
    lastSupportResolutionAt: activity.lastSupportResolutionAt ?? '',
    featuresUsed: { ...activity.featuresUsed },
    attributes: { ...account.attributes },
  };
}

function usageRows({ account, usage }: AccountSnapshot): UsageRow[] {
  return Object.entries(usage).map(([metric, { used, previous, sustainedSince }]) => ({
    accountId: account.id,
    metric,
    used,
    previous,
    sustainedSince,
  }));
}
