import * as fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { kernelBySize } from '../../../../src/domain/rules/matcher/kernel-by-size';
import { LEVEL_HEAD, type MatchKernel } from '../../../../src/domain/rules/matcher/match-kernel';
import { PlainKernel } from '../../../../src/domain/rules/matcher/plain-kernel';
import { SimdKernel } from '../../../../src/domain/rules/matcher/simd-kernel';

const ROW = 64;
const COLUMNS = 12;
const AT = { level: 0, chosen: 32, masks: 64, room: 128, into: 192, list: 256, targets: 2_560, rows: 8_192 };

const word = fc.oneof(fc.constantFrom(0, -1), fc.integer());
const rowOf = (item: fc.Arbitrary<number>) => fc.array(item, { minLength: ROW, maxLength: ROW });
const levels = fc.record({
  first: fc.nat(15).map((n) => 4 * n),
  length: fc.integer({ min: 0, max: ROW }),
  masks: rowOf(word),
  targets: fc.array(fc.nat(2_047), { minLength: 64, maxLength: 64 }),
  rows: fc.array(rowOf(word), { maxLength: COLUMNS }),
});

type Level = typeof levels extends fc.Arbitrary<infer T> ? T : never;

function layOut({ words }: MatchKernel, { first, length, masks, targets, rows }: Level): void {
  const end = Math.min(ROW, first + length);
  words.fill(0);
  words.set([rows.length, first, end, AT.masks, AT.targets, AT.room], AT.level);
  words.set([...rows.keys()].reverse(), AT.level + LEVEL_HEAD);
  words.set(rows.map((_, at) => AT.rows + ROW * at), AT.chosen);
  // Behind the last word no lane is in use.
  words.set(masks.map((mask, at) => (at < end ? mask : 0)), AT.masks);
  for (let lane = 0; lane < 32 * ROW; lane++) words[AT.targets + lane] = targets[lane >> 5]! ^ (lane & 7);
  rows.forEach((row, at) => words.set(row, AT.rows + ROW * at));
}

function joined(kernel: MatchKernel, level: Level): unknown {
  layOut(kernel, level);
  kernel.mark(AT.level, AT.chosen, AT.into);
  const count = kernel.list(AT.level, AT.chosen, AT.list);
  const { words } = kernel;
  return [words.slice(AT.into, AT.into + 64), words.slice(AT.list, AT.list + count)].map((part) => [...part]);
}

it('leaves the same lanes in WebAssembly as in plain TypeScript', () => {
  const [plain, simd] = [new PlainKernel(), new SimdKernel()];
  plain.grow(16_384);
  fc.assert(fc.property(levels, (level) => expect(joined(simd, level)).toEqual(joined(plain, level))));
});

it.each([
  ['plain TypeScript', () => new PlainKernel()],
  ['WebAssembly', () => new SimdKernel()],
])('keeps every word in its place when the words of %s grow', (_, make) => {
  const kernel: MatchKernel = make();
  kernel.words.set([1, 2, 3], 100);
  const before = kernel.words.length;
  kernel.grow(before + 1);
  expect(kernel.words.length).toBeGreaterThan(before);
  expect([...kernel.words.slice(99, 104)]).toEqual([0, 1, 2, 3, 0]);
});

it('says so when there is no memory for so many words', () => {
  expect(() => new SimdKernel().grow(2 ** 31)).toThrow(RangeError);
});

it('joins few words in plain TypeScript, many in WebAssembly', () => {
  expect([0, 4].map(kernelBySize)).toEqual([expect.any(PlainKernel), expect.any(PlainKernel)]);
  expect(kernelBySize(5)).toBeInstanceOf(SimdKernel);
});

it('ships what the source of the kernel compiles to', () => {
  const root = join(__dirname, '../../../..');
  const run = spawnSync(process.execPath, ['tooling/kernel/ship-kernel.cjs', '--check'], { cwd: root, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});
