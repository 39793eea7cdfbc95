/** Long work gives way between its steps. */
import { inSlices } from '../../src/application/in-slices';
import type { Steps } from '../../src/domain/collections/steps';

/** Steps of so many milliseconds each, on a clock that only they move; tells after how many steps others had a turn. */
function working(lengths: readonly number[]) {
  const state = { now: 0, done: 0, turnsAfter: [] as number[] };
  function* steps(): Steps<string> {
    for (const length of lengths) {
      state.now += length;
      state.done += 1;
      yield;
    }
    return 'done';
  }
  const turns = {
    elapsed: () => state.now,
    pass: () => {
      state.turnsAfter.push(state.done);
      state.now += 1_000;
      return Promise.resolve();
    },
  };
  return { state, steps, turns };
}

test.each([
  ['after five milliseconds', [2, 2, 2, 2, 2, 2], [3, 6]],
  ['after each step that is longer', [7, 7], [1, 2]],
  ['never when there is little to do', [1, 1, 1], []],
])('gives way %s', async (_, lengths, turnsAfter) => {
  const { state, steps, turns } = working(lengths);
  expect(await inSlices(steps(), turns)).toBe('done');
  expect(state.turnsAfter).toEqual(turnsAfter);
});

test('rejects with what a step throws', async () => {
  function* failing(): Steps<never> {
    yield;
    throw new Error('No.');
  }
  await expect(inSlices(failing(), working([]).turns)).rejects.toThrow('No.');
});
