/** Takes one batch from the items as they were sent to their results. */
import type { Reading } from '../../domain/accounts/input-problem';
import type { AccountStore } from '../ports';
import { ingestInRounds, type BatchItem, type IngestPlan } from './ingest-rounds';
import { idOf, refuseLargeBatch, unreadable, type IngestOutcome, type IngestResult } from './ingest-result';

function resultsOfUnreadable<T>(readings: readonly Reading<T>[], input: readonly unknown[]) {
  const results = new Map<number, IngestResult>();
  readings.forEach((reading, index) => {
    if ('problems' in reading) results.set(index, unreadable(idOf(input[index]), reading.problems));
  });
  return results;
}

function readableItems<T>(readings: readonly Reading<T>[]): readonly BatchItem<T>[] {
  return readings.flatMap((reading, index) => ('value' in reading ? [{ index, item: reading.value }] : []));
}

/** Reads every item, ingests those that read, and answers in the order of the items. */
export async function ingestBatch<T>(
  store: AccountStore,
  plan: IngestPlan<T>,
  input: readonly unknown[],
  read: (item: unknown) => Reading<T>,
): Promise<IngestOutcome> {
  const refusal = refuseLargeBatch(input);
  if (refusal !== null) return refusal;
  const readings = input.map(read);
  const unread = resultsOfUnreadable(readings, input);
  const ingested = await ingestInRounds(store, plan, readableItems(readings));
  const byIndex = new Map([...unread, ...ingested]);
  return { results: input.flatMap((_, index) => byIndex.get(index) ?? []) };
}
