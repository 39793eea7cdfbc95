import { setTimeout as pause } from 'node:timers/promises';
import { inParallel } from '../../../src/application/ingest/in-parallel';

describe('many pieces of work', () => {
  it('are done four at a time, and answered in their order', async () => {
    let running = 0;
    let most = 0;
    const items = Array.from({ length: 50 }, (_, at) => at);
    const results = await inParallel(items, async (item) => {
      most = Math.max(most, (running += 1));
      await pause((item * 7) % 5);
      running -= 1;
      return item * 2;
    });
    expect(results).toEqual(items.map((item) => item * 2));
    expect(most).toBe(4);
  });

  it('end with the first failure, and none is begun after it', async () => {
    const begun: number[] = [];
    const work = async (item: number) => {
      begun.push(item);
      await pause(1);
      if (item === 2) throw new Error('disk full');
    };
    await expect(
      inParallel(
        Array.from({ length: 50 }, (_, at) => at),
        work,
      ),
    ).rejects.toThrow('disk full');
    await pause(20);
    expect(begun.length).toBeLessThan(10);
  });

  it('may be none', async () => {
    expect(await inParallel([], () => Promise.reject(new Error('not asked for')))).toEqual([]);
  });
});
