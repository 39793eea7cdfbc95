/** Takes simulations that wait, one at a time, for as long as the replica lives. */
import type { Clock, IdSource } from '../ports';
import { isUnavailable } from '../unavailability';
import { LEASE_MS } from './run-simulation';
import type { Lease, SimulationStore } from './simulate-ports';

/** Does the work of one simulation, on a thread of its own or between requests. */
export interface SimulationEngine {
  /** Resolves when it ended, was cancelled or taken away, or after a stop; rejects with the fault that it can't go on for. */
  run(lease: Lease, stop: AbortSignal): Promise<void>;
}

/** What a runner needs of the world. */
export interface RunnerPorts {
  readonly store: Pick<SimulationStore, 'claim' | 'fail'>;
  readonly engine: SimulationEngine;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Hears of faults; never throws. */
  readonly report: (fault: unknown) => void;
}

/** Never rejects; what a fault interrupts is failed, or, where the database was away, taken up again when its lease has run out. */
export class SimulationRunner {
  private readonly stopping = new AbortController();
  private atWork: Promise<void> | null = null;

  constructor(private readonly ports: RunnerPorts) {}

  /** Takes what waits until nothing does; who looks while somebody is at work shares that work. */
  look(): Promise<void> {
    this.atWork ??= this.work().finally(() => void (this.atWork = null));
    return this.atWork;
  }

  /** What is under way is left where it is, for others to go on with. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.atWork;
  }

  private async work(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const lease = await this.claim();
      if (lease === null) return;
      await this.run(lease);
    }
  }

  private async claim(): Promise<Lease | null> {
    const { store, clock, ids } = this.ports;
    const now = clock.now();
    const [from, until] = [now, now + LEASE_MS].map((at) => new Date(at).toISOString()) as [string, string];
    // That the database is away is told by the requests that miss it; the next look tries again.
    return store.claim(ids.next(), from, until).catch(() => null);
  }

  private async run(lease: Lease): Promise<void> {
    const { engine, store, clock, report } = this.ports;
    try {
      await engine.run(lease, this.stopping.signal);
    } catch (fault) {
      report(fault);
      if (!isUnavailable(fault)) await store.fail(lease, new Date(clock.now()).toISOString()).catch(report);
    }
  }
}
