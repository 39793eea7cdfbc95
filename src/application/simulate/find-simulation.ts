/** Answers how a simulation stands. */
import type { SimulationStore } from './simulate-ports';
import { viewOf, type SimulationView } from './simulation-view';

/** One read; ended ones stay readable. */
export class FindSimulation {
  constructor(private readonly store: Pick<SimulationStore, 'find'>) {}

  /** null when there is no such simulation. */
  async execute(id: string): Promise<SimulationView | null> {
    const state = await this.store.find(id);
    return state === null ? null : viewOf(state);
  }
}
