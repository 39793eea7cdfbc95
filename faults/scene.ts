/** A service under a load of answers on a database of its own, ready for a fault. */
import path from 'node:path';
import { openDatabase } from '../src/adapters/persistence/open-database';
import { writeAccounts } from './answer-units';
import { AnsweringLoad } from './answering-load';
import { compareLedger } from './compare-ledger';
import { type DatabasePlace, withDatabase } from './database-place';
import type { DatabaseKind, FaultOutcome, SkippedFault } from './fault';
import { Ledger } from './ledger';
import { ServiceProcess } from './service-process';

/** What a fault may break. */
export interface Scene {
  readonly place: DatabasePlace;
  readonly service: ServiceProcess;
  readonly load: AnsweringLoad;
  readonly ledger: Ledger;
}

/** How a scene is set. */
export interface SceneShape {
  readonly kind: DatabaseKind;
  readonly workers?: number;
  /** Units of the load; without end when left out. */
  readonly units?: number;
  /** Between two units of one worker, in milliseconds; none when left out. */
  readonly pauseMs?: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder for the files of the database; one of the machine's temporary ones when left out. */
  readonly data?: string;
  /** Whether the service tells of its memory. */
  readonly watched?: boolean;
}

/** Sets the scene, plays the fault, stops everything and compares. `play` answers with how often it made the fault. */
export function onScene(
  { kind, workers = 16, units, pauseMs, settings, data, watched = false }: SceneShape,
  play: (scene: Scene) => Promise<Pick<FaultOutcome, 'tries' | 'note'>>,
): Promise<FaultOutcome | SkippedFault> {
  const work = async (place: DatabasePlace): Promise<FaultOutcome> => {
    await makeAccounts(place.url);
    const ledger = new Ledger(path.join(place.folder, 'ledger.ndjson'));
    const service = await ServiceProcess.on(place.url, place.folder, settings, watched);
    const load = new AnsweringLoad({ url: service.url, workers, units, pauseMs }, ledger);
    try {
      const played = await play({ place, service, load, ledger });
      await load.stop();
      await service.stop();
      refuseSurprises(ledger);
      return { ...played, ...(await compareLedger(place.url, ledger)), gapMs: ledger.gapMs };
    } finally {
      await load.stop();
      await service.kill();
    }
  };
  return withDatabase(kind, work, { data });
}

async function makeAccounts(url: string): Promise<void> {
  const stores = await openDatabase(url);
  await writeAccounts(stores.accountStore).finally(() => stores.database.close());
}

function refuseSurprises({ surprises }: Ledger): void {
  const [example] = surprises;
  if (example !== undefined)
    throw new Error(`${example[1]} answers were not what they should be: ${example[0]}`);
}
