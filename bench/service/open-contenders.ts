/** Brings every contender up on one database: filled, answering, and found to give the same answers. */
import path from 'node:path';
import { openDataSource } from '../naive-service/open-data-source';
import { loadDocuments } from '../naive-service/load-data';
import { keepAnswers } from '../floors/recorded-answers';
import { accountIdAt } from './bench-accounts';
import { type BenchDatabases, type DatabaseKind, makeDatabases } from './bench-databases';
import { writeBenchDocuments } from './bench-documents';
import { compareAnswers } from './compare-answers';
import { fillDatabases } from './fill-databases';
import { forgetReleases } from './forget-releases';
import { type MeasuredProcess, type ServiceCommand, startMeasured } from './measured-process';
import { offersText } from './offers-query';
import { seededRandom } from './seeded-random';
import { floorCommand, type Floor, FLOORS, ourCommand, plainCommand } from './service-commands';

const COMPARED = 500;
const RECORDED = 1_000;
const RECORDING_SEED = 11;
const TOLD_EVERY = 100_000;

/** What to bring up. */
export interface ContendersRequest {
  readonly rules: readonly number[];
  readonly plainRules: number;
  readonly keep: boolean;
  readonly mariadb: string;
  readonly folder: string;
}

/** Services that run side by side. */
export interface OpenContenders {
  readonly plain: MeasuredProcess;
  /** In the order of the rule counts asked for. */
  readonly ours: readonly MeasuredProcess[];
  readonly floors: readonly MeasuredProcess[];
  /** Stops all, and drops what is not kept. */
  close(): Promise<void>;
}

/** How the plain service is called in tables. */
export function plainName(rules: number): string {
  return `plain, ${rules} rules`;
}

/** Throws when our service and the plain one disagree about any account of the sample. */
export async function openContenders(
  kind: DatabaseKind,
  accounts: number,
  request: ContendersRequest,
): Promise<OpenContenders> {
  const databases = await filledDatabases(kind, accounts, request);
  const opening = new Opening(databases, accounts, request);
  try {
    const plain = await opening.plainService();
    await opening.compareWith(plain, kind);
    const ours = await opening.ourServices();
    const floors = await opening.floors(ours);
    return { plain, ours, floors, close: () => opening.close() };
  } catch (fault) {
    await opening.close();
    throw fault;
  }
}

async function filledDatabases(
  kind: DatabaseKind,
  accounts: number,
  { rules, keep, mariadb, folder }: ContendersRequest,
): Promise<BenchDatabases> {
  const place = { kind, accounts, ours: rules.length, keep, server: mariadb };
  const databases = await makeDatabases({ ...place, folder: path.join(folder, 'databases') });
  if (databases.filled) return databases;
  const started = performance.now();
  await fillDatabases(databases, accounts, Date.now(), (written) => {
    if (written % TOLD_EVERY !== 0 && written < accounts) return;
    const seconds = ((performance.now() - started) / 1_000).toFixed(0);
    console.log(`${kind}: ${written} of ${accounts} accounts in ${seconds} s`);
  });
  databases.keep();
  return databases;
}

/** Starts processes one by one and stops all that were started. */
class Opening {
  private readonly running: MeasuredProcess[] = [];
  private readonly build: string;

  constructor(
    private readonly databases: BenchDatabases,
    private readonly accounts: number,
    private readonly request: ContendersRequest,
  ) {
    this.build = path.join(request.folder, 'build');
  }

  async plainService(): Promise<MeasuredProcess> {
    const { plainRules } = this.request;
    const source = await openDataSource(this.databases.naive, false);
    await loadDocuments(source, await this.documents(plainRules));
    await source.destroy();
    return this.start(plainCommand(this.build, this.databases.naive, plainName(plainRules)));
  }

  /** Our service stands in with the rules of the plain one for as long as that takes. */
  async compareWith(plain: MeasuredProcess, kind: DatabaseKind): Promise<void> {
    const ours = await this.ourService(this.databases.ours[0] ?? '', this.request.plainRules);
    const sample = Math.min(COMPARED, this.accounts);
    const same = await compareAnswers([plain, ours], this.accounts, sample);
    const what = `${same.offers} offers to ${same.withOffers} of them`;
    console.log(`${kind}: same answers for ${same.compared} accounts, ${what}`);
    await ours.stop();
  }

  async ourServices(): Promise<MeasuredProcess[]> {
    const ours: MeasuredProcess[] = [];
    for (const [at, rules] of this.request.rules.entries())
      ours.push(await this.ourService(this.databases.ours[at] ?? '', rules));
    return ours;
  }

  /** They give what our service with the most rules answered to a sample of accounts. */
  async floors(ours: readonly MeasuredProcess[]): Promise<MeasuredProcess[]> {
    const most = this.request.rules.indexOf(Math.max(...this.request.rules));
    const [service, database] = [ours[most], this.databases.ours[most]];
    if (service === undefined || database === undefined) throw new Error('none of our services runs');
    const answers = path.join(this.request.folder, 'answers.jsonl');
    keepAnswers(answers, await this.recorded(service));
    const floors: MeasuredProcess[] = [];
    for (const floor of Object.keys(FLOORS) as Floor[])
      floors.push(await this.start(floorCommand(this.build, floor, database, answers)));
    return floors;
  }

  async close(): Promise<void> {
    for (const service of this.running) await service.stop();
    await this.databases.release();
  }

  private async recorded({ url, headers }: MeasuredProcess): Promise<string[]> {
    const random = seededRandom(RECORDING_SEED);
    const texts: string[] = [];
    for (let at = 0; at < RECORDED; at += 1)
      texts.push(await offersText(url, headers, accountIdAt(random.between(0, this.accounts - 1))));
    return texts;
  }

  private async ourService(database: string, rules: number): Promise<MeasuredProcess> {
    await forgetReleases(database);
    return this.start(ourCommand(this.build, database, await this.documents(rules), `ours, ${rules} rules`));
  }

  private async documents(rules: number): Promise<string> {
    const folder = path.join(this.request.folder, `documents-${rules}`);
    await writeBenchDocuments(folder, rules, Date.now());
    return folder;
  }

  private async start(command: ServiceCommand): Promise<MeasuredProcess> {
    const started = await startMeasured(command, accountIdAt(0));
    this.running.push(started);
    return started;
  }
}
