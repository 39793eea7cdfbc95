import type { Lease } from '../../../src/application/simulate/simulate-ports';
import { SimulationRunner, type SimulationEngine } from '../../../src/application/simulate/simulation-runner';

/** A runner over a list of waiting ids; `run` is what its engine does. */
function runnerOf(waiting: string[], run: SimulationEngine['run']) {
  const seen = { failed: [] as string[], reported: [] as unknown[], claims: 0 };
  const runner = new SimulationRunner({
    store: {
      claim: async (holder) => {
        seen.claims += 1;
        const id = waiting.shift();
        return id === undefined ? null : { id, holder };
      },
      fail: async ({ id }) => {
        seen.failed.push(id);
        return true;
      },
    },
    engine: { run },
    clock: { now: () => 0 },
    ids: { next: () => 'holder' },
    report: (fault) => void seen.reported.push(fault),
  });
  return { runner, seen };
}

describe('the runner of simulations', () => {
  it('runs one after the other until nothing waits, however often it is told to look', async () => {
    let atOnce = 0;
    const most: number[] = [];
    const { runner, seen } = runnerOf(['a', 'b', 'c'], async () => {
      most.push((atOnce += 1));
      await new Promise((resolve) => setImmediate(resolve));
      atOnce -= 1;
    });
    await Promise.all([runner.look(), runner.look(), runner.look()]);
    expect(most).toEqual([1, 1, 1]);
    expect(seen.claims).toBe(4);
    await runner.look();
    expect(seen.claims).toBe(5);
  });

  it('fails what can not go on, tells why, and goes on with the next', async () => {
    const ran: string[] = [];
    const { runner, seen } = runnerOf(['broken', 'sound'], async ({ id }: Lease) => {
      ran.push(id);
      if (id === 'broken') throw new Error('a bug');
    });
    await runner.look();
    expect(ran).toEqual(['broken', 'sound']);
    expect(seen).toMatchObject({ failed: ['broken'], reported: [new Error('a bug')] });
  });

  it('leaves to its lease what a database that is away interrupted', async () => {
    const away = Object.assign(new Error('away'), { name: 'DatabaseFault', code: 'DATABASE_UNREACHABLE' });
    const { runner, seen } = runnerOf(['a'], () => Promise.reject(away));
    await runner.look();
    expect(seen).toMatchObject({ failed: [], reported: [away] });
  });

  it('asks what is at work to stop, waits for it, and takes nothing more', async () => {
    const { runner, seen } = runnerOf(['a', 'b'], (_lease, stop) => {
      const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
      begun();
      return stopped;
    });
    let begun = (): void => undefined;
    const atWork = new Promise<void>((resolve) => void (begun = resolve));
    void runner.look();
    await atWork;
    await runner.stop();
    await runner.look();
    expect(seen.claims).toBe(1);
  });
});
