/** Runs one simulation: every account by both releases, page by page, its place and its sums written together. */
import type { CompiledRelease } from '../../domain/decisions/compiled-release';
import { SimulationTally } from '../../domain/simulations/simulation-tally';
import { belongsToAudience } from '../accounts/audience-membership';
import type { ReleaseCompiler } from '../decide/release-compiler';
import type { SubjectSource } from '../decide/subject';
import { inSlices, type Turns } from '../in-slices';
import type { Clock } from '../ports';
import { compareAccount, pinnedHandoffs, type Comparison } from './compare-account';
import { unpinSteps } from './pinned-draft';
import type {
  Lease,
  ScannedSubject,
  SimulationOrder,
  SimulationProgress,
  SimulationState,
  SimulationStore,
  SubjectScan,
} from './simulate-ports';

/** What a run needs of the world; a thread of its own brings connections of its own. */
export interface RunPorts {
  readonly store: SimulationStore;
  readonly scan: SubjectScan;
  readonly subjects: Pick<SubjectSource, 'read'>;
  /** A stored release, compiled; null when there is none of that number. */
  readonly load: (number: number) => Promise<CompiledRelease | null>;
  readonly compiler: ReleaseCompiler;
  readonly clock: Clock;
  readonly turns: Turns;
}

/** How long a run that is heard of no more keeps others from taking over. */
export const LEASE_MS = 15_000;
/** Accounts of one read. */
const PAGE = 200;
/** How long other work of the process may wait. */
const SLICE_MS = 5;
const WRITE_EVERY_MS = 1_000;

/** From its last written place to its end, or to where it is stopped, cancelled or taken away. */
export class RunSimulation {
  private began: number;
  private written: number;

  constructor(private readonly ports: RunPorts) {
    this.began = ports.turns.elapsed();
    this.written = this.began;
  }

  /** Rejects with the fault that keeps it from going on; the lease is then still held. */
  async execute(lease: Lease, stop: AbortSignal): Promise<void> {
    const state = await this.ports.store.find(lease.id);
    const comparison = state === null ? null : await this.comparisonOf(state);
    if (state === null || comparison === null) return;
    const counting = new Counting(this.ports, comparison, state);
    for (;;) {
      const page = await this.ports.scan.page(counting.after, PAGE);
      for (const subject of page) {
        await counting.count(subject);
        if (this.isDue(this.began, SLICE_MS)) await this.pass();
      }
      if (page.length < PAGE) return this.finish(lease, counting.progress);
      if (stop.aborted) return void (await this.ports.store.giveBack(lease, counting.progress));
      if (this.isDue(this.written, WRITE_EVERY_MS) && !(await this.write(lease, counting.progress))) return;
    }
  }

  private async comparisonOf({ id, release, order }: SimulationState): Promise<Comparison | null> {
    const { store, load, compiler, turns } = this.ports;
    const [input, before] = [await store.input(id), await load(release)];
    if (input === null || before === null) throw new Error(`What simulation ${id} decides by is not there.`);
    const after = await inSlices(unpinSteps(input.draft, before.documents, compiler), turns);
    const handoffs = pinnedHandoffs(input.handoffs);
    return { releases: { before, after }, now: Date.parse(order.at), handoffs };
  }

  private isDue(since: number, ms: number): boolean {
    return this.ports.turns.elapsed() - since >= ms;
  }

  private async pass(): Promise<void> {
    await this.ports.turns.pass();
    this.began = this.ports.turns.elapsed();
  }

  private write(lease: Lease, progress: SimulationProgress): Promise<boolean> {
    const { store, clock, turns } = this.ports;
    this.written = turns.elapsed();
    return store.advance(lease, progress, new Date(clock.now() + LEASE_MS).toISOString());
  }

  private async finish(lease: Lease, progress: SimulationProgress): Promise<void> {
    const { store, clock } = this.ports;
    await store.finish(lease, progress, { status: 'DONE', at: new Date(clock.now()).toISOString() });
  }
}

/** The place and the sums of one run. */
class Counting {
  after: string | null;
  private processed: number;
  private readonly tally: SimulationTally;
  private readonly order: SimulationOrder;

  constructor(
    private readonly ports: Pick<RunPorts, 'subjects'>,
    private readonly comparison: Comparison,
    { order, after, processed, tally }: SimulationState,
  ) {
    this.order = order;
    this.after = after;
    this.processed = processed;
    this.tally = new SimulationTally(order.sample, tally);
  }

  get progress(): SimulationProgress {
    return { after: this.after, processed: this.processed, tally: this.tally.record() };
  }

  async count(stored: ScannedSubject): Promise<void> {
    const { audience } = this.order;
    const { releases, now } = this.comparison;
    const subject = this.ports.subjects.read(stored);
    const { id: accountId, owner } = subject.snapshot.account;
    if (audience === null || (await belongsToAudience(audience, subject.snapshot, releases.before, now)))
      this.tally.add({ accountId, owner }, await compareAccount(this.comparison, subject));
    this.processed += 1;
    this.after = stored.id;
  }
}
