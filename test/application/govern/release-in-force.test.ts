import type { ReleaseStore } from '../../../src/application/ports';
import { ReleaseInForce } from '../../../src/application/govern/release-in-force';
import type { CompiledRelease } from '../../../src/domain/decisions/compiled-release';
import type { Release } from '../../../src/domain/documents/release';

/** A store whose current number can be moved, and which counts how often a whole release is read. */
function storeAt(number: number) {
  const state = { number, reads: 0 };
  const release = (of: number): Release => ({
    number: of,
    hash: `h${of}`,
    message: '',
    publishedBy: '',
    publishedAt: '',
    documents: [],
  });
  const store: ReleaseStore = {
    currentNumber: () => Promise.resolve(state.number),
    byNumber: (of) => {
      state.reads += 1;
      return Promise.resolve(of === 0 ? null : release(of));
    },
    current: () => Promise.reject(new Error('not asked for')),
    append: () => Promise.reject(new Error('not asked for')),
  };
  return { state, store };
}

const compile = ({ number }: Release) => {
  if (number === 13) throw new Error('cannot be compiled');
  return { number } as CompiledRelease;
};

describe('the release in force', () => {
  it('is nothing before the first release, and says so', async () => {
    const releases = new ReleaseInForce(storeAt(0).store, compile);
    expect(await releases.refresh()).toBe(false);
    expect(() => releases.current()).toThrow('No release has been loaded.');
  });

  it('is read and compiled once, however often somebody looks', async () => {
    const { state, store } = storeAt(4);
    const releases = new ReleaseInForce(store, compile);
    for (let look = 0; look < 3; look += 1) expect(await releases.refresh()).toBe(true);
    expect(state.reads).toBe(1);
    expect(releases.current().number).toBe(4);
  });

  it('follows a newer release, while a decision keeps the one it began with', async () => {
    const { state, store } = storeAt(1);
    const releases = new ReleaseInForce(store, compile);
    await releases.refresh();
    const begunWith = releases.current();
    state.number = 2;
    await releases.refresh();
    expect(releases.current().number).toBe(2);
    expect(begunWith.number).toBe(1);
  });

  it('stays as it was when the newer one cannot be compiled', async () => {
    const { state, store } = storeAt(1);
    const releases = new ReleaseInForce(store, compile);
    await releases.refresh();
    state.number = 13;
    await expect(releases.refresh()).rejects.toThrow('cannot be compiled');
    expect(releases.current().number).toBe(1);
  });
});
