/** Stops a simulation; what was counted so far stays readable. */
import type { Clock } from '../ports';
import type { SimulationStore } from './simulate-ports';
import { viewOf, type SimulationView } from './simulation-view';

/** Whoever is at work on it finds out within a second or two, and stops. */
export class CancelSimulation {
  constructor(
    private readonly store: Pick<SimulationStore, 'cancel' | 'find'>,
    private readonly clock: Clock,
  ) {}

  /** One that has ended stays as it ended. null when there is no such simulation. */
  async execute(id: string): Promise<SimulationView | null> {
    await this.store.cancel(id, new Date(this.clock.now()).toISOString());
    const state = await this.store.find(id);
    return state === null ? null : viewOf(state);
  }
}
