/** Chooses a few values to try a column's comparisons on: those that the rules themselves speak of, and others between them. */
import type { Leaf, Literal } from '../condition';
import { instant } from '../operators/instant';
import { distanceOf, itemsOf, type Family } from './family';

/** Values of both sides; a comparison with a literal looks at the first only. */
export type Sample = readonly [fact: unknown, operand: unknown];

const MOST_LITERALS = 9;
const OTHER_TEXT = 'another text';

const [EARLY, LATE] = ['2000-01-01T00:00:00.000Z', '2000-01-02T00:00:00.000Z'];
const PAIRS: readonly Sample[] = [
  [1, 2],
  [2, 2],
  [2, 1],
  ['a', 'a'],
  ['a', 'b'],
  ['a', 'c'],
  [true, true],
  [true, false],
  [['a'], 'a'],
  [['b'], 'a'],
];
const DATES: readonly Sample[] = [
  [EARLY, LATE],
  [LATE, EARLY],
];

/** At most 30 samples; the clock they are meant for stands at 0. */
export function sampleValues(kind: Family, leaves: readonly Leaf[]): readonly Sample[] {
  if (kind === 'pair') return PAIRS;
  if (kind === 'dates') return DATES;
  const literals = leaves.flatMap(({ operand }) => (operand.kind === 'literal' ? itemsOf(operand.value) : []));
  const values = kind === 'value' ? sampleScalars(literals) : sampleDates(kind, literals);
  return values.map((value) => [value, undefined]);
}

function sampleScalars(literals: readonly Literal[]): readonly unknown[] {
  const numbers = spread(sorted(literals.filter((literal) => typeof literal === 'number')));
  const texts = spread([...new Set(literals.filter((literal) => typeof literal === 'string'))]);
  const flags = literals.some((literal) => typeof literal === 'boolean') ? [true, false] : [];
  const others = texts.length > 0 ? [OTHER_TEXT, ...texts.slice(0, 8).map((text) => [text]), [OTHER_TEXT]] : [];
  return [...numbers, ...gaps(numbers), ...texts.slice(0, 8), ...flags, ...others].slice(0, 30);
}

function sampleDates(kind: Family, literals: readonly Literal[]): readonly unknown[] {
  const milliseconds =
    kind === 'distance'
      ? [0, ...literals.filter((literal) => typeof literal === 'number').map(distanceOf)]
      : literals.map(instant).filter((at) => at !== null);
  const chosen = spread(sorted(milliseconds));
  return [...chosen, ...gaps(chosen)].map(textOf);
}

function textOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Up to nine of many, evenly spread. */
function spread<T>(many: readonly T[]): readonly T[] {
  if (many.length <= MOST_LITERALS) return many;
  return Array.from({ length: MOST_LITERALS }, (_, at) => many[Math.floor((at * many.length) / MOST_LITERALS)] as T);
}

/** A number below, between and above each. */
function gaps(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, at) => (number + (numbers[at + 1] ?? number + 2)) / 2).concat((numbers[0] ?? 0) - 1);
}
