import * as fc from 'fast-check';
import { every, not, some, truthOf, type Truth } from '../../../src/domain/rules/truth';

const RANK: Readonly<Record<Truth, number>> = { FALSE: 0, UNKNOWN: 1, TRUE: 2 };
const BY_RANK: readonly Truth[] = ['FALSE', 'UNKNOWN', 'TRUE'];
const truths = fc.array(fc.constantFrom<Truth>('TRUE', 'FALSE', 'UNKNOWN'));
const itself = (truth: Truth): Truth => truth;

it('takes every as the least and some as the greatest truth', () => {
  fc.assert(
    fc.property(truths, (items) => {
      expect(every(items, itself)).toBe(BY_RANK[Math.min(2, ...items.map((item) => RANK[item]))]);
      expect(some(items, itself)).toBe(BY_RANK[Math.max(0, ...items.map((item) => RANK[item]))]);
    }),
  );
});

it('holds the laws of De Morgan', () => {
  fc.assert(
    fc.property(truths, (items) => {
      expect(not(every(items, itself))).toBe(some(items, not));
      expect(not(some(items, itself))).toBe(every(items, not));
    }),
  );
});

it.each([
  ['TRUE', 'FALSE'],
  ['FALSE', 'TRUE'],
  ['UNKNOWN', 'UNKNOWN'],
] as const)('takes not %s for %s', (truth, negation) => {
  expect(not(truth)).toBe(negation);
});

it('stops asking as soon as the answer is settled', () => {
  const asked: number[] = [];
  const ask = (settling: number, truth: Truth) => (item: number) => {
    asked.push(item);
    return item === settling ? truth : 'UNKNOWN';
  };
  every([1, 2, 3], ask(2, 'FALSE'));
  some([1, 2, 3], ask(1, 'TRUE'));
  expect(asked).toEqual([1, 2, 1]);
});

it('turns a plain yes or no into a truth', () => {
  expect([truthOf(true), truthOf(false)]).toEqual(['TRUE', 'FALSE']);
});
