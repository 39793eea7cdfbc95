/** A process of its own that writes accounts without end and prints the id of each one that is acknowledged. */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../src/adapters/persistence/open-database';
import { accountWrite, seatsEvent } from './account-writes';

const [url = '', prefix = ''] = process.argv.slice(2);

async function writeForEver(): Promise<void> {
  const stores = await openDatabase(url);
  for (let batch = 0; ; batch += 1) {
    const ids = [0, 1, 2, 3].map((index) => `${prefix}-${batch}-${index}`);
    await stores.accountStore.writeMany(
      ids.map((id) =>
        accountWrite(id, { usageEvents: [seatsEvent(`${id} a`, id), seatsEvent(`${id} b`, id)] }),
      ),
    );
    writeSync(1, `${ids.join('\n')}\n`);
  }
}

void writeForEver();
