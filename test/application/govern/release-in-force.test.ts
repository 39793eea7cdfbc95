import { ReleaseInForce } from '../../../src/application/govern/release-in-force';
import type { CompiledRelease } from '../../../src/domain/decisions/compiled-release';

/** A store whose current number can be moved, and loads that end when the test says so. */
function following(first = 0) {
  const state = { number: first, loads: [] as number[], atOnce: 0, mostAtOnce: 0 };
  const waiting: (() => void)[] = [];
  let held = false;
  const load = async (number: number): Promise<CompiledRelease | null> => {
    state.loads.push(number);
    state.atOnce += 1;
    state.mostAtOnce = Math.max(state.mostAtOnce, state.atOnce);
    if (held) await new Promise<void>((resolve) => waiting.push(resolve));
    state.atOnce -= 1;
    if (number === 13) throw new Error('cannot be compiled');
    return number === 99 ? null : ({ number } as CompiledRelease);
  };
  const releases = new ReleaseInForce({ currentNumber: () => Promise.resolve(state.number) }, load);
  const hold = () => void (held = true);
  const letGo = () => {
    held = false;
    for (const resolve of waiting.splice(0)) resolve();
  };
  const begun = async (count: number) => {
    while (state.loads.length < count) await Promise.resolve();
  };
  return { state, releases, hold, letGo, begun };
}

describe('the release in force', () => {
  it('is nothing before the first release, and says so', async () => {
    const { releases } = following(0);
    expect(await releases.refresh()).toBe(false);
    expect(() => releases.current()).toThrow('No release has been loaded.');
    expect(releases.loaded).toBeNull();
  });

  it('is loaded once, however often somebody looks', async () => {
    const { state, releases } = following(4);
    for (let look = 0; look < 3; look += 1) expect(await releases.refresh()).toBe(true);
    expect(state.loads).toEqual([4]);
    expect(releases.current().number).toBe(4);
  });

  it('follows a newer release, while a decision keeps the one it began with', async () => {
    const { state, releases } = following(1);
    await releases.refresh();
    const begunWith = releases.current();
    state.number = 2;
    await releases.refresh();
    expect(releases.current().number).toBe(2);
    expect(begunWith.number).toBe(1);
  });

  it('is the one before until the newer one is ready to the last document', async () => {
    const { state, releases, hold, letGo, begun } = following(1);
    await releases.refresh();
    state.number = 2;
    hold();
    const refreshed = releases.refresh();
    await begun(2);
    expect(releases.current().number).toBe(1);
    letGo();
    await refreshed;
    expect(releases.current().number).toBe(2);
  });

  it('stays as it was when the newer one cannot be loaded, which is tried again with every look', async () => {
    const { state, releases } = following(1);
    await releases.refresh();
    state.number = 13;
    for (let look = 0; look < 2; look += 1) {
      await expect(releases.refresh()).rejects.toThrow('cannot be compiled');
      expect(releases.current().number).toBe(1);
    }
    state.number = 14;
    await releases.refresh();
    expect(releases.current().number).toBe(14);
    expect(state.loads).toEqual([1, 13, 13, 14]);
  });

  it('stays as it was when the number is there and the release is not', async () => {
    const { state, releases } = following(1);
    await releases.refresh();
    state.number = 99;
    expect(await releases.refresh()).toBe(true);
    expect(releases.current().number).toBe(1);
  });

  it('is never looked for twice at once; all who ask meanwhile share the look after', async () => {
    const { state, releases, hold, letGo, begun } = following(1);
    hold();
    const first = releases.refresh();
    await begun(1);
    state.number = 2;
    const others = Array.from({ length: 20 }, () => releases.refresh());
    letGo();
    expect(await Promise.all([first, ...others])).toEqual(Array(21).fill(true));
    expect(releases.current().number).toBe(2);
    expect(state).toMatchObject({ loads: [1, 2], mostAtOnce: 1 });
  });

  it('is the newest of those that were published while one was being loaded', async () => {
    const { state, releases, hold, letGo, begun } = following(1);
    hold();
    const first = releases.refresh();
    await begun(1);
    for (const number of [2, 3, 4]) {
      state.number = number;
      void releases.refresh();
    }
    letGo();
    await first;
    await releases.refresh();
    expect(releases.current().number).toBe(4);
    expect(state).toMatchObject({ loads: [1, 4], mostAtOnce: 1 });
  });

  it('is followed again after a failure that others waited for', async () => {
    const { state, releases, hold, letGo, begun } = following(13);
    hold();
    const failing = expect(releases.refresh()).rejects.toThrow('cannot be compiled');
    await begun(1);
    const waiting = releases.refresh();
    state.number = 14;
    letGo();
    await failing;
    expect(await waiting).toBe(true);
    expect(releases.current().number).toBe(14);
  });
});
