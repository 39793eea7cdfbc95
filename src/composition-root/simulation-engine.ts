/** Runs simulations on a thread of their own, or between the requests of this one where no thread can be had. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { OpenDatabase } from '../adapters/persistence/open-database';
import type { Environment } from '../adapters/runtime/environment';
import type { CompilerTools } from '../application/decide/compile-release';
import { RunSimulation } from '../application/simulate/run-simulation';
import type { Lease } from '../application/simulate/simulate-ports';
import type { SimulationEngine } from '../application/simulate/simulation-runner';
import { simulationPorts } from './simulation-ports';

/** What the thread is told. */
export interface SimulationTask {
  readonly lease: Lease;
  readonly databaseUrl: string;
  readonly evaluator: Environment['EVALUATOR'];
}

/** Compiled or not, the thread's file lies beside this one. */
const WORKER = path.join(__dirname, `simulation-worker${path.extname(__filename)}`);

/** The same work and the same result either way. */
export function simulationEngine(
  database: OpenDatabase,
  tools: CompilerTools,
  { DATABASE_URL: databaseUrl, EVALUATOR: evaluator }: Pick<Environment, 'DATABASE_URL' | 'EVALUATOR'>,
): SimulationEngine {
  return {
    run: async (lease, stop) => {
      if (await onThread({ lease, databaseUrl, evaluator }, stop)) return;
      await new RunSimulation(simulationPorts(database, tools)).execute(lease, stop);
    },
  };
}

/** False when the thread ended before it said that it began; rejects with the fault that ended it after that. */
function onThread(task: SimulationTask, stop: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task });
    const ask = () => worker.postMessage('stop');
    let began = false;
    worker.once('message', () => {
      began = true;
      if (stop.aborted) ask();
    });
    stop.addEventListener('abort', ask);
    worker.once('error', (fault) => (began ? reject(fault) : undefined));
    worker.once('exit', () => {
      stop.removeEventListener('abort', ask);
      resolve(began);
    });
  });
}
