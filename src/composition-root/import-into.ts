/** Puts an import together: a file or standard input on one side, the ingestion of one subject on the other. */
import { openImportFile } from '../adapters/files/import-file';
import { FileImportJournal } from '../adapters/files/import-journal';
import { databaseTarget } from '../adapters/persistence/database-target';
import { systemClock } from '../adapters/runtime/system-clock';
import type {
  ImportObserver,
  ImportOutcome,
  ImportRequest,
  ImportTarget,
} from '../application/import/import-ports';
import { ATTRIBUTE_PREFIX } from '../application/import/import-columns';
import { importRecords } from '../application/import/import-records';
import type { AccountEventInput, AccountInput, UsageEventInput } from '../domain/accounts/account-input';
import type { Composition } from './compose';

/** Needs a release in force. When `stop` is aborted it ends after the batch at hand. */
export async function importInto(
  parts: Pick<Composition, 'database' | 'releases' | 'ingestion'>,
  databaseUrl: string,
  request: ImportRequest,
  observer: ImportObserver,
  stop: AbortSignal,
): Promise<ImportOutcome> {
  const source = await openImportFile(request, () => process.stdin);
  if (typeof source === 'string') return { outcome: 'refused', problems: [source] };
  const journal = new FileImportJournal(request, databaseTarget(databaseUrl));
  const target = { ...doorOf(parts, request), attributeType: attributeTypes(parts) };
  return importRecords({ source, journal, target, observer, clock: systemClock, stop });
}

/** Every item is read by ingestion as if a stranger sent it, so what its type claims does not matter. */
function doorOf(
  { database: { accountStore }, ingestion }: Pick<Composition, 'database' | 'ingestion'>,
  { subject }: ImportRequest,
): Omit<ImportTarget, 'attributeType'> {
  switch (subject) {
    case 'accounts':
      return {
        subject,
        ingest: (items) => ingestion.upsertAccounts.execute(items as readonly AccountInput[]),
        isRecorded: async (id) => (await accountStore.load([id])).get(id)?.snapshot !== null,
      };
    case 'usage':
      return {
        subject,
        ingest: (items) => ingestion.recordUsage.execute(items as readonly UsageEventInput[]),
        isRecorded: async (id) => (await accountStore.knownUsageEvents([id])).has(id),
      };
    case 'events':
      return {
        subject,
        ingest: (items) => ingestion.recordAccountEvents.execute(items as readonly AccountEventInput[]),
        isRecorded: async (id) => (await accountStore.knownAccountEvents([id])).has(id),
      };
  }
}

function attributeTypes({ releases }: Pick<Composition, 'releases'>): (name: string) => string | null {
  const facts = releases.current().documents.fact;
  return (name) => facts.get(`${ATTRIBUTE_PREFIX}${name}`)?.type ?? null;
}
