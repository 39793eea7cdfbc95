/** Loads the demo accounts through the ordinary ingestion, into a database that holds no account. */
import type { AccountEventInput, AccountInput, UsageEventInput } from '../../domain/accounts/account-input';
import type { IngestOutcome } from '../ingest/ingest-result';
import type { AccountDirectory, Clock, SeedFiles } from '../ports';
import { readSeed } from './read-seed';
import { resolveSeed, type ResolvedSeed } from './resolve-seed';

/** A use case of the ingestion. */
interface Ingestion<T> {
  execute(items: readonly T[]): Promise<IngestOutcome>;
}

/** What loading needs. */
export interface SeedDemoParts {
  readonly accounts: Pick<AccountDirectory, 'count'>;
  readonly files: SeedFiles;
  readonly clock: Clock;
  readonly upsertAccounts: Ingestion<AccountInput>;
  readonly recordUsage: Ingestion<UsageEventInput>;
  readonly recordAccountEvents: Ingestion<AccountEventInput>;
}

/** What was done. */
export interface SeedReport {
  /** False when the database held accounts already: nothing was read or written then. */
  readonly loaded: boolean;
  /** Items that were applied. */
  readonly accounts: number;
  readonly usageEvents: number;
  readonly accountEvents: number;
  /** Files that could not be read and items that were refused, by name, in words. */
  readonly problems: readonly string[];
}

/** Most items in one call of the ingestion. */
const BATCH = 500;

/** One bad demo account never loses the others. Run twice, the second run changes nothing. */
export class SeedDemo {
  constructor(private readonly parts: SeedDemoParts) {}

  async execute(): Promise<SeedReport> {
    const { accounts, files, upsertAccounts, recordUsage, recordAccountEvents, clock } = this.parts;
    if ((await accounts.count()) > 0) {
      return { loaded: false, accounts: 0, usageEvents: 0, accountEvents: 0, problems: [] };
    }
    const problems: string[] = [];
    const seeds = readSeeds(await files.list(), clock.now(), problems);
    return {
      loaded: true,
      accounts: await load(
        upsertAccounts,
        seeds.map(({ account }) => account),
        problems,
      ),
      usageEvents: await load(
        recordUsage,
        seeds.flatMap(({ usage }) => usage),
        problems,
      ),
      accountEvents: await load(
        recordAccountEvents,
        seeds.flatMap(({ events }) => events),
        problems,
      ),
      problems,
    };
  }
}

function readSeeds(
  files: Awaited<ReturnType<SeedFiles['list']>>,
  now: number,
  problems: string[],
): readonly ResolvedSeed[] {
  return files.flatMap(({ name, text }) => {
    const read = readSeed(text);
    if ('seed' in read) return [resolveSeed(read.seed, now)];
    problems.push(...read.problems.map((problem) => `${name}: ${problem}`));
    return [];
  });
}

/** The number of items applied; refusals are added to the problems. */
async function load<T>(ingestion: Ingestion<T>, items: readonly T[], problems: string[]): Promise<number> {
  let applied = 0;
  for (let start = 0; start < items.length; start += BATCH) {
    const outcome = await ingestion.execute(items.slice(start, start + BATCH));
    if ('refused' in outcome) throw new Error(outcome.refused.message);
    applied += outcome.results.filter(({ status }) => status === 'APPLIED').length;
    problems.push(
      ...outcome.results.flatMap(({ id, error }) => (error === null ? [] : [`${id}: ${error.message}`])),
    );
  }
  return applied;
}
