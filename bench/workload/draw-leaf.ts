/** Draws one comparison of the workload: any column, any operator that fits it, a value that splits the accounts. */
import type { LeafDocument } from '../../src/domain/documents/kinds/condition-schema';
import type { SeededRandom } from '../service/seeded-random';
import {
  ABSENT_FACT,
  type Column,
  COLUMN_PAIRS,
  type ColumnKind,
  type SampledColumn,
} from './workload-columns';

const SHARE_MISSING = 0.03;
const SHARE_PAIRS = 0.1;
const SHARE_NOW = 0.3;
const MOST_DAYS = 120;
const TAKES_SEVERAL = /^(\w+:)?(in|notIn)$/;

const BY_ORDER = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const;
const BY_VALUE = ['equal', 'notEqual', 'in', 'notIn'] as const;
const BY_ITEM = ['contains', 'doesNotContain'] as const;
const BY_TIME = ['before', 'after'] as const;

const OPERATORS: Readonly<Record<ColumnKind, readonly [string, ...string[]]>> = {
  text: BY_VALUE,
  flag: ['equal', 'notEqual'],
  level: [...BY_ORDER, ...BY_VALUE],
  integer: BY_ORDER,
  number: BY_ORDER,
  list: BY_ITEM,
  filled: [...BY_ITEM, 'someFact:in', 'everyFact:notIn'],
  date: [...BY_TIME, 'withinDays'],
};

const PAIR_OPERATORS: Readonly<Partial<Record<ColumnKind, readonly [string, ...string[]]>>> = {
  text: ['equal', 'notEqual'],
  list: BY_ITEM,
  date: BY_TIME,
};

/** One comparison; the same sequence of random numbers gives the same one. */
export function drawLeaf(
  columns: readonly [SampledColumn, ...SampledColumn[]],
  random: SeededRandom,
): LeafDocument {
  if (random.chance(SHARE_MISSING)) return drawMissing(columns, random);
  if (random.chance(SHARE_PAIRS)) return drawPair(random);
  const column = random.pick(columns);
  const operator = random.pick(OPERATORS[column.kind]);
  return { ...placeOf(column), operator, value: drawValue(column, operator, random) };
}

function placeOf({ fact, path }: Column): Pick<LeafDocument, 'fact' | 'path'> {
  return path === undefined ? { fact } : { fact, path };
}

function drawMissing(
  columns: readonly [SampledColumn, ...SampledColumn[]],
  random: SeededRandom,
): LeafDocument {
  return random.chance(0.5)
    ? { fact: ABSENT_FACT, operator: 'isMissing', value: true }
    : { ...placeOf(random.pick(columns)), operator: 'isMissing', value: false };
}

function drawPair(random: SeededRandom): LeafDocument {
  const [left, right] = COLUMN_PAIRS[random.between(0, COLUMN_PAIRS.length - 1)] ?? COLUMN_PAIRS[0]!;
  const operator = random.pick(PAIR_OPERATORS[left.kind] ?? BY_ORDER);
  return { ...placeOf(left), operator, value: placeOf(right) };
}

function drawValue(column: SampledColumn, operator: string, random: SeededRandom): LeafDocument['value'] {
  if (operator === 'withinDays') return random.between(1, MOST_DAYS) * (random.chance(0.5) ? 1 : -1);
  if (column.kind === 'date' && random.chance(SHARE_NOW)) return 'now';
  if (TAKES_SEVERAL.test(operator)) return drawSeveral(column, random);
  return column.kind === 'number' || column.kind === 'integer' || column.kind === 'level'
    ? drawNumber(column, operator, random)
    : random.pick(column.values);
}

/** One to three values, never all that occur. */
function drawSeveral({ values }: SampledColumn, random: SeededRandom): (string | number | boolean)[] {
  const wanted = Math.max(1, Math.min(values.length - 1, random.between(2, 3)));
  const drawn = new Set<string | number | boolean>();
  while (drawn.size < wanted) drawn.add(random.pick(values));
  return [...drawn];
}

/** A value between two neighbours of the sample, rounded as people write them. */
function drawNumber({ kind, values }: SampledColumn, operator: string, random: SeededRandom): number {
  if (operator === 'equal' || operator === 'notEqual') return Number(random.pick(values));
  const at = random.between(0, values.length - 1);
  const [low, high] = [Number(values[at]), Number(values[at + 1] ?? values[at])];
  const between = low + (high - low) * random.next();
  return kind === 'number' && Math.abs(between) < 10 ? Math.round(between * 100) / 100 : Math.round(between);
}
