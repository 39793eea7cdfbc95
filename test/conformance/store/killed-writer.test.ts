import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describeEachDatabase } from '../../support/databases';

const ROUNDS = 4;
const WRITER = require.resolve('../../support/acknowledging-writer');

/** Ids that the writer acknowledged before it was killed in the middle of its work. */
async function acknowledgedBefore(kill: number, url: string, prefix: string): Promise<string[]> {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, url, prefix]);
  let output = '';
  const enough = new Promise<void>((resolve) => {
    writer.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > kill) resolve();
    });
  });
  await enough;
  writer.kill('SIGKILL');
  await once(writer, 'close');
  return output.slice(0, output.lastIndexOf('\n')).split('\n');
}

describeEachDatabase('a writer that is killed', (database) => {
  it('has lost nothing it acknowledged and left nothing half-written', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const prefix = `round-${round}`;
      const ids = await acknowledgedBefore(20 + round * 37, database.url, prefix);
      const found = await database.stores.accounts.snapshots(ids);
      expect(found.filter((snapshot) => snapshot === null)).toEqual([]);
    }
    const { items } = await database.stores.accounts.page(null, 100_000);
    for (const { account } of items) {
      const events = await database.stores.accountStore.usageEvents(account.id, 'seats', null, null);
      expect(events).toHaveLength(2);
    }
    const batches = new Map<string, number>();
    for (const { account } of items) {
      const batch = account.id.replace(/-\d+$/, '');
      batches.set(batch, (batches.get(batch) ?? 0) + 1);
    }
    expect(new Set(batches.values())).toEqual(new Set([4]));
  }, 60_000);
});
