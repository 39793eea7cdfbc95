/** P11: the connection dies before a COMMIT arrives, while it is in flight, or before its acknowledgement. */
import path from 'node:path';
import { openDatabase } from '../src/adapters/persistence/open-database';
import { writeAccounts } from './answer-units';
import { compareLedger } from './compare-ledger';
import { CuttingProxy } from './cutting-proxy';
import { type DatabasePlace, withDatabase } from './database-place';
import type { Fault, FaultOutcome } from './fault';
import { Ledger } from './ledger';
import { recordedAnswer } from './recorded-answer';

const CUTS = ['request', 'flight', 'answer'] as const;
const PER_TRY = 15;

/** 200 tries are 1,000 of each cut. */
export const lostCommits: Fault = {
  name: 'P11 lost COMMITs, looked up by key',
  database: 'MariaDB',
  run: ({ tries }) => withDatabase('MariaDB', (place) => cutCommits(place, tries * PER_TRY)),
};

async function cutCommits({ url, folder }: DatabasePlace, tries: number): Promise<FaultOutcome> {
  const direct = await openDatabase(url);
  await writeAccounts(direct.accountStore).finally(() => direct.database.close());
  const { hostname, port } = new URL(url);
  const proxy = await CuttingProxy.before(hostname, Number(port));
  const stores = await openDatabase(url.replace(/@[^/]*/, `@${proxy.address}`));
  const ledger = new Ledger(path.join(folder, 'ledger.ndjson'));
  try {
    for (let index = 0; index < tries; index += 1) {
      proxy.cutNext(CUTS[index % CUTS.length] ?? 'answer');
      await recordedAnswer(stores.responses, ledger, index);
    }
  } finally {
    await stores.database.close();
    await proxy.close();
  }
  return { tries: proxy.cuts, ...(await compareLedger(url, ledger)), gapMs: null };
}
