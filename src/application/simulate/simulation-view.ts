/** Shows a simulation with its figures, while it runs and after it. */
import { figuresOf, type SimulationFigures } from '../../domain/simulations/simulation-figures';
import type { SimulationState } from './simulate-ports';

/** A simulation as callers see it; while it runs its figures are those of the accounts looked at so far. */
export interface SimulationView
  extends
    Pick<SimulationState, 'id' | 'status' | 'release' | 'processed' | 'total' | 'startedAt' | 'finishedAt'>,
    SimulationFigures {
  readonly audience: string | null;
  /** The clock of both sides. */
  readonly at: string;
}

/** The same state, the same view. */
export function viewOf(state: SimulationState): SimulationView {
  const { id, status, release, processed, total, startedAt, finishedAt, order, tally, terms } = state;
  const { audience, at } = order;
  return {
    ...{ id, status, release, processed, total, startedAt, finishedAt, audience, at },
    ...figuresOf(tally, terms),
  };
}
