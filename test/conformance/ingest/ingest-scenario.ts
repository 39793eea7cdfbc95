/** Sets the ingestion use cases up on a real database, with a clock that tests set. */
import type { AccountInput, UsageEventInput } from '../../../src/domain/accounts/account-input';
import type { IngestOutcome } from '../../../src/application/ingest/ingest-result';
import { RecordAccountEvents } from '../../../src/application/ingest/record-account-events';
import { RecordUsage } from '../../../src/application/ingest/record-usage';
import { UpsertAccounts } from '../../../src/application/ingest/upsert-accounts';
import type { TestDatabase } from '../../support/databases';
import { smallCatalogue } from '../../support/small-catalogue';

export const NOW = '2026-06-15T12:00:00.000Z';

/** The use cases on one database; the clock stands at `NOW` until it is set. */
export function ingestion(database: TestDatabase) {
  const clock = { now: () => Date.parse(NOW) };
  const releases = { current: () => ({ documents: smallCatalogue }) };
  return {
    upsertAccounts: (input: readonly AccountInput[]) =>
      new UpsertAccounts(database.stores.accountStore, releases, clock).execute(input),
    recordUsage: (input: readonly UsageEventInput[], at = NOW) =>
      new RecordUsage(database.stores.accountStore, releases, { now: () => Date.parse(at) }).execute(input),
    recordAccountEvents: (input: Parameters<RecordAccountEvents['execute']>[0]) =>
      new RecordAccountEvents(database.stores.accountStore, releases, clock).execute(input),
  };
}

/** A paying account on `starter`. */
export const anAccount = (id: string, more: Partial<AccountInput> = {}): AccountInput => ({
  id,
  name: id,
  status: 'PAYING',
  plan: 'starter',
  ...more,
});

/** A SET of seats at noon of 15 June, unless told otherwise. */
export const aUsage = (
  id: string,
  accountId: string,
  more: Partial<UsageEventInput> = {},
): UsageEventInput => ({
  id,
  accountId,
  metric: 'seats',
  value: 5,
  at: NOW,
  ...more,
});

/** Status of each item, with the code of a refusal. */
export function statuses(outcome: IngestOutcome): readonly string[] {
  if ('refused' in outcome) return [outcome.refused.code];
  return outcome.results.map(({ status, error }) => (error === null ? status : `${status} ${error.code}`));
}
