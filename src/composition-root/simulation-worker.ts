/** Runs one simulation on a thread of its own, with connections of its own, behind everything else the machine has to do. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../adapters/persistence/open-database';
import { RunSimulation } from '../application/simulate/run-simulation';
import { documentTools } from './document-tools';
import type { SimulationTask } from './simulation-engine';
import { simulationPorts } from './simulation-ports';

/** The last of the scheduler's classes that still get every idle moment. */
const LAST = 19;
/** One reads, one writes. */
const CONNECTIONS = 2;

const { lease, databaseUrl, evaluator } = workerData as SimulationTask;
const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
// Elsewhere the priority is the whole process's, live traffic and all.
if (process.platform === 'linux') setPriority(LAST);

/** From here on a fault is the work's own. */
parentPort?.postMessage('began');

async function run(): Promise<void> {
  const database = await openDatabase(databaseUrl, { poolSize: CONNECTIONS });
  try {
    const ports = simulationPorts(database, documentTools({ EVALUATOR: evaluator }));
    await new RunSimulation(ports).execute(lease, stop.signal);
  } finally {
    await database.database.close();
    parentPort?.close();
  }
}

/** A fault ends the thread and is told by it. */
void run();
