import { setTimeout as sleep } from 'node:timers/promises';
import { takeTurns } from '../../../src/application/report/take-turns';

describe('work that takes turns', () => {
  it('runs one at a time, in the order in which it was asked for', async () => {
    const told: string[] = [];
    const work = takeTurns(async (name: string) => {
      told.push(`${name} begins`);
      await sleep(5);
      told.push(`${name} ends`);
      return name;
    });
    expect(await Promise.all(['a', 'b', 'c'].map(work))).toEqual(['a', 'b', 'c']);
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('goes on after a failure, which only its own caller hears of', async () => {
    const work = takeTurns((fails: boolean) =>
      fails ? Promise.reject(new Error('No.')) : Promise.resolve('done'),
    );
    const [first, second] = await Promise.allSettled([work(true), work(false)]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  });
});
