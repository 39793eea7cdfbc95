/** Shows simulations under the names of the API. */
import type { StartSimulationResult } from '../../application/simulate/start-simulation';
import type { SimulationView } from '../../application/simulate/simulation-view';
import type { Simulation } from './types/simulation';

/** The same figures; loads with a member for each number. */
export function showSimulation({ loads, ...view }: SimulationView): Simulation {
  const ownerLoads = loads.map(({ person, handoffs, tasks }) => ({
    owner: person,
    handoffsBefore: handoffs.before,
    handoffsAfter: handoffs.after,
    tasksBefore: tasks.before,
    tasksAfter: tasks.after,
  }));
  return { ...view, ownerLoads };
}

/** The simulation, or the failure as data. */
export function showStarted(result: StartSimulationResult): object {
  return result.kind === 'Started'
    ? { simulation: showSimulation(result.simulation), error: null }
    : { simulation: null, error: result };
}
