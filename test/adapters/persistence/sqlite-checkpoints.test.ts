/** Checkpoints of SQLite's log: made by a thread while a service listens, by the commits otherwise. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { SqliteCheckpoints } from '../../../src/adapters/persistence/sqlite-checkpoints';

const WRITER = require.resolve('../../support/attended-writer');

describe('an attended SQLite file', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'expansion-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('takes in what was written though no commit made a checkpoint, and is left alone when it is closed', async () => {
    const file = join(folder, 'attended.db');
    const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', WRITER, file]);
    expect(stdout).toBe('in the file\n');
    expect(await readdir(folder)).toEqual(['attended.db']);
  });

  it('is left to its commits where the thread can’t run: here, where nothing is compiled', async () => {
    const told: number[] = [];
    const checkpoints = new SqliteCheckpoints(join(folder, 'x.db'), (pages) => told.push(pages));
    checkpoints.start();
    while (told.length < 2) await wait(1);
    expect(told).toEqual([16_000, 1_000]);
    await checkpoints.stop();
  });

  it('is let go of by a thread that fails while it is being stopped', async () => {
    const checkpoints = new SqliteCheckpoints(join(folder, 'x.db'), () => undefined);
    checkpoints.start();
    await expect(checkpoints.stop()).resolves.toBeUndefined();
  });
});
