import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { compileSources, type CompiledSources } from '../support/compiled-sources';
import { describeEachDatabase } from '../support/databases';
import { SimulatedWorld } from '../support/simulated-world';

jest.setTimeout(60_000);

const SCRIPT = 'test/support/threaded-simulation.ts';

describeEachDatabase('a simulation on a thread of its own', (database) => {
  const world = new SimulatedWorld(database);
  let compiled: CompiledSources;
  beforeAll(async () => {
    compiled = compileSources([SCRIPT]);
    await world.fill();
  });
  afterAll(() => compiled.remove());

  it('finds what one between requests finds', async () => {
    const between = await world.started();
    await world.run();
    const threaded = await world.started();
    const command = [compiled.fileOf(SCRIPT), database.url];
    const { stdout } = await promisify(execFile)(process.execPath, command);
    expect(stdout).toBe('run on a thread\n');
    const [one, other] = [await world.store.find(between), await world.store.find(threaded)];
    expect(other).toMatchObject({ status: 'DONE', processed: one?.processed });
    expect(other?.tally).toEqual(one?.tally);
  });
});
