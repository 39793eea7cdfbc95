/** A database with accounts, a release and a draft, and everything that simulates over it, a step at a time. */
import { benchAccounts } from '../../bench/service/bench-accounts';
import { compileDocuments, type CompilerTools } from '../../src/application/decide/compile-release';
import { RunSimulation, type RunPorts } from '../../src/application/simulate/run-simulation';
import type { Lease, SimulationStore } from '../../src/application/simulate/simulate-ports';
import { StartSimulation, type StartSimulationInput } from '../../src/application/simulate/start-simulation';
import { simulationPorts } from '../../src/composition-root/simulation-ports';
import type { AccountSnapshot } from '../../src/domain/accounts/account-snapshot';
import type { CompiledRelease } from '../../src/domain/decisions/compiled-release';
import type { DocumentSet } from '../../src/domain/documents/document-set';
import { releaseHash } from '../../src/domain/documents/release-hash';
import { compiledEvaluator } from '../../src/domain/rules/matcher/compiled-evaluator';
import { liquidTemplateLanguage } from '../../src/adapters/templates/liquid-template-language';
import type { TestDatabase } from './databases';
import { shippedDocuments } from './shipped-rules';
import { sha256, storedOf } from './stored-documents';

/** More than two pages of a run. */
export const ACCOUNTS = 450;
/** What the clock says. */
export const STARTED = Date.parse('2026-06-15T12:00:00.000Z');

const TOOLS: CompilerTools = { evaluator: compiledEvaluator, templates: liquidTemplateLanguage };

/** The pieces, for tests that take them apart. */
export class SimulatedWorld {
  live!: CompiledRelease;
  /** What the next simulation is started with. */
  draft!: CompiledRelease;
  accounts: readonly AccountSnapshot[] = [];
  now = STARTED;
  woken = 0;
  private ids = 0;
  private elapsed = 0;

  constructor(private readonly database: TestDatabase) {}

  get store(): SimulationStore {
    return this.database.stores.simulations;
  }

  /** Writes the accounts and publishes the shipped documents as release 1. */
  async fill(): Promise<void> {
    const { accountStore, releases } = this.database.stores;
    this.accounts = [...benchAccounts(ACCOUNTS, STARTED)];
    const nothing = { ledgers: new Map(), crossings: [], usageEvents: [], accountEvents: [] };
    await accountStore.writeMany(
      this.accounts.map(({ account, usage, activity }) => {
        return { accountId: account.id, expectedVersion: 0, account, usage, activity, ...nothing };
      }),
    );
    const documents = await shippedDocuments();
    const stored = storedOf(documents);
    const hash = releaseHash(stored, sha256);
    const publishedAt = new Date(STARTED).toISOString();
    await releases.append({ hash, documents: stored, message: 'first', publishedBy: 'ops', publishedAt }, 0);
    this.live = this.compiled(documents, 1);
    this.draft = this.compiled(documents, 2);
  }

  /** These documents, ready for decisions. */
  compiled(documents: DocumentSet, number: number): CompiledRelease {
    return compileDocuments({ number, hash: `hash-${number}`, documents, quarantined: [] }, TOOLS);
  }

  start(input: Partial<StartSimulationInput> = {}, callerId = 'ann') {
    const asked = { audience: null, sample: null, at: null, idempotencyKey: `key-${this.ids}`, ...input };
    return this.starting().execute(asked, callerId);
  }

  /** Starts one and answers its id. */
  async started(input: Partial<StartSimulationInput> = {}): Promise<string> {
    const result = await this.start(input);
    if (result.kind !== 'Started') throw new Error(result.message);
    return result.simulation.id;
  }

  claim(holder: string): Promise<Lease | null> {
    const [from, until] = [this.now, this.now + 15_000].map((at) => new Date(at).toISOString());
    return this.store.claim(holder, from ?? '', until ?? '');
  }

  /** Takes the oldest that waits and runs it, with some ports replaced; every page is written. */
  async run(change: Partial<RunPorts> = {}, stop = new AbortController().signal): Promise<void> {
    const lease = await this.claim(`holder-${(this.ids += 1)}`);
    if (lease === null) throw new Error('Nothing waits.');
    await this.running(change).execute(lease, stop);
  }

  /** Time passes by a second whenever it is looked at. */
  running(change: Partial<RunPorts> = {}): RunSimulation {
    const clock = { now: () => this.now };
    const turns = { elapsed: () => (this.elapsed += 1_000), pass: async () => undefined };
    return new RunSimulation({ ...simulationPorts(this.database.stores, TOOLS), clock, turns, ...change });
  }

  private starting(): StartSimulation {
    const { simulations: store, accounts, handoffs } = this.database.stores;
    return new StartSimulation({
      store,
      accounts,
      handoffs,
      drafts: { draft: async () => this.draft },
      releases: { current: () => this.live },
      clock: { now: () => this.now },
      ids: { next: () => `simulation-${String((this.ids += 1)).padStart(6, '0')}` },
      hasher: { sha256 },
      turns: { elapsed: () => 0, pass: async () => undefined },
      wake: () => void (this.woken += 1),
    });
  }
}
