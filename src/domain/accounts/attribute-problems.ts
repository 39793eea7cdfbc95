/** Bounds the attributes that ops add to an account: plain JSON, not too deep, not too much. */
import { FORBIDDEN_NAMES } from '../documents/hostile-characters';
import { below } from '../documents/json-pointer';
import type { InputProblem } from './input-problem';

/** Levels of lists and objects, the attributes themselves being the first. */
const DEEPEST = 5;

/** Values and members in all. */
const MOST_VALUES = 500;

/** Characters of one text. */
const LONGEST_TEXT = 4096;

const problem = (pointer: string, message: string, hint: string | null = null): InputProblem => ({
  pointer,
  message,
  hint,
});

function isScalar(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.length <= LONGEST_TEXT;
  return value === null || typeof value === 'boolean';
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> | readonly unknown[] {
  if (Array.isArray(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Walks the values; how many are left to look at is shared by all levels. */
function* walk(
  value: unknown,
  pointer: string,
  depth: number,
  left: { count: number },
): Generator<InputProblem> {
  left.count -= 1;
  if (left.count < 0 || isScalar(value)) return;
  if (!isContainer(value)) {
    yield problem(
      pointer,
      'Attributes hold JSON only: texts up to 4,096 characters, finite numbers, true, false, null, lists and objects.',
    );
  } else if (depth > DEEPEST) {
    yield problem(pointer, `Attributes are at most ${DEEPEST} levels deep.`, 'Flatten them into more names.');
  } else {
    for (const [name, member] of Object.entries(value)) {
      const place = below(pointer, name);
      if (FORBIDDEN_NAMES.has(name)) yield problem(place, `No member may be called \`${name}\`.`);
      else yield* walk(member, place, depth + 1, left);
    }
  }
}

/** Everything wrong with an account's attributes. */
export function attributeProblems(attributes: unknown): readonly InputProblem[] {
  const left = { count: MOST_VALUES };
  const problems = [...walk(attributes, '/attributes', 1, left)];
  if (left.count >= 0) return problems;
  return [...problems, problem('/attributes', `An account has at most ${MOST_VALUES} attribute values.`)];
}
