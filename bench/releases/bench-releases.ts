/** Loads our service while a new release is published every second, and holds every answer to one release. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountIdAt } from '../service/bench-accounts';
import { type DatabaseKind, makeDatabases } from '../service/bench-databases';
import { writeBenchDocuments } from '../service/bench-documents';
import { RESULTS } from '../service/bench-service';
import { fillDatabases } from '../service/fill-databases';
import { type MeasuredProcess, startMeasured } from '../service/measured-process';
import { askForOffers } from '../service/offers-query';
import { seededRandom } from '../service/seeded-random';
import { ourCommand } from '../service/service-commands';
import { steadyRound } from '../service/steady-round';
import { AnswerCheck } from './answer-check';
import { MARKED_OFFER } from './mark-documents';
import { type ReleasesResult, releasesTable, type Stretch } from './releases-table';
import { type Publisher, startPublisher } from './start-publisher';

/** The options of `npm run bench -- releases`. */
export interface ReleasesBenchOptions {
  readonly minutes: number;
  /** Seconds from one release to the next. */
  readonly every: number;
  readonly rules: number;
  readonly accounts: number;
  /** Requests per second. */
  readonly rate: number;
  readonly database: DatabaseKind;
  readonly mariadb: string;
}

const STRETCH_SECONDS = 15;
const SEED = 5;
const BUILD = path.join(RESULTS, 'build');

/** Prints the table and keeps it with every stretch under bench-results/. */
export async function benchReleases(options: ReleasesBenchOptions): Promise<void> {
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`;
  mkdirSync(RESULTS, { recursive: true });
  const documents = path.join(RESULTS, 'documents-releases');
  await writeBenchDocuments(documents, options.rules, Date.now());
  const result = await measureOn(documents, options);
  const text = `\`${command}\`\n\n${releasesTable(result)}\n`;
  console.log(`\n${text}`);
  writeFileSync(path.join(RESULTS, 'releases.md'), text);
  writeFileSync(path.join(RESULTS, 'releases.json'), JSON.stringify({ command, options, result }, null, 2));
}

async function measureOn(documents: string, options: ReleasesBenchOptions): Promise<ReleasesResult> {
  const { database: kind, accounts, mariadb: server, rules } = options;
  const folder = path.join(RESULTS, 'databases');
  const databases = await makeDatabases({ kind, accounts, ours: 1, keep: false, folder, server });
  try {
    await fillDatabases(databases, accounts, Date.now(), () => undefined);
    const command = ourCommand(BUILD, databases.ours[0] ?? '', documents, `ours, ${rules} rules`);
    const publisher = await startPublisher(BUILD, command, options.every * 1_000);
    try {
      const service = await startMeasured(command, accountIdAt(0));
      return await measure(service, publisher, options).finally(() => service.stop());
    } finally {
      await publisher.stop();
    }
  } finally {
    await databases.release();
  }
}

async function measure(
  service: MeasuredProcess,
  publisher: Publisher,
  options: ReleasesBenchOptions,
): Promise<ReleasesResult> {
  const accounts = await offeredAccounts(service, options.accounts);
  const check = new AnswerCheck();
  const stretches: Stretch[] = [];
  const started = performance.now();
  const minutes = () => (performance.now() - started) / 60_000;
  await service.memory();
  while (minutes() < options.minutes) {
    const stretch = await oneStretch(service, accounts, check, options);
    stretches.push({ ...stretch, minute: minutes() });
    tell(stretches, publisher);
  }
  const published = publisher.published.filter(({ at }) => at >= started);
  return resultOf(check, published, stretches, options);
}

/** Accounts that are offered what is marked. */
async function offeredAccounts(
  { url, headers }: MeasuredProcess,
  accounts: number,
): Promise<readonly [string, ...string[]]> {
  const found: string[] = [];
  for (let at = 0; at < accounts; at += 1) {
    const { offers } = await askForOffers(url, headers, accountIdAt(at));
    if (offers.some(({ offerKey }) => offerKey === MARKED_OFFER)) found.push(accountIdAt(at));
  }
  const [first, ...rest] = found;
  if (first === undefined) throw new Error(`No account is offered ${MARKED_OFFER}.`);
  return [first, ...rest];
}

/** Memory is asked for while nothing is under way, since collecting stops the service for a moment. */
async function oneStretch(
  service: MeasuredProcess,
  accounts: readonly [string, ...string[]],
  check: AnswerCheck,
  { rate }: ReleasesBenchOptions,
): Promise<Omit<Stretch, 'minute'>> {
  const random = seededRandom(SEED);
  const found = await steadyRound(service, {
    seconds: STRETCH_SECONDS,
    requestsPerSecond: rate,
    next: () => check.question(random.pick(accounts)),
  });
  const { longestBlockMillis } = await service.figures();
  return { ...found, longestBlockMillis, memory: await service.memory() };
}

function tell(stretches: readonly Stretch[], { published }: Publisher): void {
  const last = stretches.at(-1);
  if (last === undefined) return;
  const { minute, answered, refused, failed, p99Millis, longestBlockMillis, memory } = last;
  console.log(
    `minute ${minute.toFixed(1)}: release ${published.length}, ${answered} answers, ${refused} refused, ${failed} failed, p99 ${p99Millis.toFixed(1)} ms, ` +
      `block ${longestBlockMillis.toFixed(0)} ms, heap ${(memory.heapUsed / 1_048_576).toFixed(1)} MB`,
  );
  for (const failure of last.failures) console.log(`  ${failure}`);
}

function resultOf(
  check: AnswerCheck,
  published: Publisher['published'],
  stretches: readonly Stretch[],
  { database, rules }: ReleasesBenchOptions,
): ReleasesResult {
  const delays = published.map(({ release, at }) => (check.firstSeen.get(release) ?? NaN) - at);
  return {
    database,
    rules,
    published: published.length,
    publishMillis: published.map(({ tookMillis }) => tookMillis),
    seen: check.firstSeen.size,
    // A release that the next one overtook has no first answer of its own.
    delayMillis: delays.filter((delay) => !Number.isNaN(delay)),
    mixed: check.mixed,
    back: check.back,
    stretches,
  };
}
