/** A process of its own that runs the simulation that waits, where a thread can be had, and can't run it itself. */
import { openDatabase } from '../../src/adapters/persistence/open-database';
import { documentTools } from '../../src/composition-root/document-tools';
import { simulationEngine } from '../../src/composition-root/simulation-engine';

const [url = ''] = process.argv.slice(2);

async function run(): Promise<void> {
  const database = await openDatabase(url);
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const lease = await database.simulations.claim('threaded', at(0), at(60_000));
  if (lease === null) throw new Error('Nothing waits.');
  const broken = { ...database, subjectScan: { page: () => Promise.reject(new Error('not on a thread')) } };
  const settings = { DATABASE_URL: url, EVALUATOR: 'compiled' } as const;
  await simulationEngine(broken, documentTools(settings), settings).run(lease, new AbortController().signal);
  await database.database.close();
  console.log('run on a thread');
}

void run();
