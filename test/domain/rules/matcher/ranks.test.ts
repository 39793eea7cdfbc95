import * as fc from 'fast-check';
import { Ranks } from '../../../../src/domain/rules/matcher/ranks';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

it('gives two numbers one rank exactly when no sorted number tells them apart', () => {
  fc.assert(
    fc.property(fc.array(finite, { maxLength: 8 }), finite, finite, (numbers, a, b) => {
      const ranks = new Ranks(numbers);
      const tells = (n: number): boolean => a < n !== b < n || a > n !== b > n;
      expect(ranks.of(a) !== ranks.of(b)).toBe(numbers.some(tells));
      expect(ranks.of(a)).toBeLessThan(ranks.count);
    }),
  );
});

it.each([
  [-1, 0],
  [-0, 1],
  [0, 1],
  [0.5, 2],
  [1, 3],
  [2, 4],
])('puts %d among 0 and 1 at %i', (number, rank) => {
  expect(new Ranks([1, -0, 0, 1]).of(number)).toBe(rank);
});
