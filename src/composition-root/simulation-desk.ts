/** Lets whoever sits at the terminal simulate, under the name that the system knows them by. */
import type { SimulationDesk } from '../adapters/cli/workbench';
import { uuidSource } from '../adapters/runtime/uuid-source';
import type { Simulations } from './simulations';
import { terminalActor } from './terminal-actor';

/** Every start is a simulation of its own. */
export function buildSimulationDesk({ services }: Simulations): SimulationDesk {
  const { id: callerId } = terminalActor();
  return {
    start: (audience, at) =>
      services.start({ audience, at, sample: null, idempotencyKey: uuidSource.next() }, callerId),
    find: services.find,
    cancel: services.cancel,
  };
}
