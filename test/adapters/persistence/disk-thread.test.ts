/** The thread beside a SQLite file: it works while a service listens; without it the event loop does the same. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DiskThread } from '../../../src/adapters/persistence/disk-thread';

const WRITER = require.resolve('../../support/attended-writer');

interface Told {
  readonly inTheFile: boolean;
  readonly byTheThread: boolean;
  readonly refused: string;
  readonly notes: readonly string[];
}

describe('an attended SQLite file', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'expansion-'))));
  afterEach(() => rm(folder, { recursive: true }));

  describe('in a process where the thread runs', () => {
    let told: Told;
    beforeEach(async () => {
      const file = join(folder, 'attended.db');
      const started = promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', WRITER, file]);
      told = JSON.parse((await started).stdout) as Told;
    });

    it('takes in what was written though no commit made a checkpoint, and is left alone when it is closed', async () => {
      expect(told.inTheFile).toBe(true);
      expect(await readdir(folder)).toEqual(['attended.db']);
    });

    it('gets what nobody was promised from the thread, each batch whole or not at all, with SQLite’s own code', () => {
      expect(told).toMatchObject({
        byTheThread: true,
        refused: 'SQLITE_CONSTRAINT_PRIMARYKEY',
        notes: ['first', 'second'],
      });
    });
  });

  it('is left to the event loop where the thread can’t run: here, where nothing is compiled', async () => {
    const told: number[] = [];
    const thread = new DiskThread(join(folder, 'x.db'), (pages) => told.push(pages));
    await thread.start();
    expect([told, thread.isAtWork]).toEqual([[1_000], false]);
    await expect(thread.commit([])).rejects.toThrow('does not run');
    await thread.stop();
  });

  it('is not left to a thread that has shown nothing yet, and is let go of though that fails while it is stopped', async () => {
    const thread = new DiskThread(join(folder, 'x.db'), () => undefined);
    const starting = thread.start();
    expect(thread.isAtWork).toBe(false);
    await expect(thread.stop()).resolves.toBeUndefined();
    await starting;
    expect(thread.isAtWork).toBe(false);
  });
});
