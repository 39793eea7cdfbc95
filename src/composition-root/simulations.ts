/** Puts simulations together: starting, following and cancelling, and the runner that does the work. */
import type { SimulationServices } from '../adapters/graphql/services';
import type { OpenDatabase } from '../adapters/persistence/open-database';
import type { Environment } from '../adapters/runtime/environment';
import { eventLoopTurns } from '../adapters/runtime/event-loop-turns';
import type { Logger } from '../adapters/runtime/logger';
import { sha256Hasher } from '../adapters/runtime/sha256-hasher';
import { systemClock } from '../adapters/runtime/system-clock';
import { uuidSource } from '../adapters/runtime/uuid-source';
import type { CompilerTools } from '../application/decide/compile-release';
import type { DraftReleases } from '../application/govern/draft-releases';
import type { Clock, ReleaseProvider } from '../application/ports';
import { CancelSimulation } from '../application/simulate/cancel-simulation';
import { FindSimulation } from '../application/simulate/find-simulation';
import { SimulationRunner } from '../application/simulate/simulation-runner';
import { StartSimulation } from '../application/simulate/start-simulation';
import { simulationEngine } from './simulation-engine';

/** What simulations are made of. */
export interface SimulationParts {
  readonly database: OpenDatabase;
  readonly releases: ReleaseProvider;
  readonly drafts: DraftReleases;
  readonly tools: CompilerTools;
  readonly environment: Environment;
  readonly logger: Logger;
  readonly clock: Clock;
}

/** The use cases, and the runner that looks for work when it is told to. */
export interface Simulations {
  readonly services: SimulationServices;
  readonly runner: SimulationRunner;
}

/** `clock` is that of decisions; leases go by the machine's. */
export function buildSimulations(parts: SimulationParts): Simulations {
  const { database, releases, drafts, tools, environment, logger, clock } = parts;
  const { simulations: store, accounts, handoffs } = database;
  const runner = new SimulationRunner({
    store,
    engine: simulationEngine(database, tools, environment),
    clock: systemClock,
    ids: uuidSource,
    report: (fault) => logger.error({ err: fault }, 'a simulation can not go on'),
  });
  const world = { clock, ids: uuidSource, hasher: sha256Hasher, turns: eventLoopTurns };
  const start = new StartSimulation({
    ...{ store, drafts, releases, accounts, handoffs, ...world },
    wake: () => void runner.look(),
  });
  const find = new FindSimulation(store);
  const cancel = new CancelSimulation(store, clock);
  const services: SimulationServices = {
    start: (input, callerId) => start.execute(input, callerId),
    find: (id) => find.execute(id),
    cancel: (id) => cancel.execute(id),
  };
  return { services, runner };
}
