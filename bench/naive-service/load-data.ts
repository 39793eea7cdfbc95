/** Fills the database of the plain service with the same accounts and documents that ours has. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import type { Account, Contract, Health } from '../../src/domain/accounts/account';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import { Accounts, type AccountRow, Documents, KINDS, type UsageRow, Usages } from './tables';

const ACCOUNTS_PER_INSERT = 200;

/** Reads the folder of documents into the tables, one row each. */
export async function loadDocuments(source: DataSource, folder: string): Promise<void> {
  for (const kind of KINDS) {
    const files = readdirSync(path.join(folder, kind)).filter((file) => file.endsWith('.json'));
    const rows = files.map((file) => {
      const body = JSON.parse(readFileSync(path.join(folder, kind, file), 'utf8')) as { key: string };
      return { key: body.key, body };
    });
    await source.getRepository(Documents[kind]).insert(rows);
  }
}

/** Inserts accounts and their usage in blocks, each in one transaction. */
export async function loadAccounts(source: DataSource, accounts: Iterable<AccountSnapshot>): Promise<void> {
  let block: AccountSnapshot[] = [];
  for (const account of accounts) {
    block.push(account);
    if (block.length === ACCOUNTS_PER_INSERT) block = await insertBlock(source, block);
  }
  await insertBlock(source, block);
}

async function insertBlock(
  source: DataSource,
  block: readonly AccountSnapshot[],
): Promise<AccountSnapshot[]> {
  await source.transaction(async (manager) => {
    await manager.insert(Accounts, block.map(accountRow));
    await manager.insert(Usages, block.flatMap(usageRows));
  });
  return [];
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
    churnedAt: generated.churnedAt ?? null,
    segment: account.segment,
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
    attributes: { ...account.attributes } as AccountRow['attributes'],
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
