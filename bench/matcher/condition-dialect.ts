/** Rewrites a parsed condition in the language of another engine, shared conditions written out. */
import type { Condition, Leaf } from '../../src/domain/rules/condition';

/** How a language says what conditions are made of. */
export interface ConditionDialect<T> {
  all(parts: readonly T[]): T;
  any(parts: readonly T[]): T;
  not(part: T): T;
  leaf(leaf: Leaf): T;
}

/** The condition in that language; throws for an audience that does not exist. */
export function writtenIn<T>(
  dialect: ConditionDialect<T>,
  condition: Condition,
  audiences: ReadonlyMap<string, Condition>,
): T {
  switch (condition.kind) {
    case 'leaf':
      return dialect.leaf(condition);
    case 'not':
      return dialect.not(writtenIn(dialect, condition.condition, audiences));
    case 'audience':
      return writtenIn(dialect, audienceNamed(condition.key, audiences), audiences);
    default:
      return dialect[condition.kind](
        condition.conditions.map((member) => writtenIn(dialect, member, audiences)),
      );
  }
}

function audienceNamed(key: string, audiences: ReadonlyMap<string, Condition>): Condition {
  const condition = audiences.get(key);
  if (condition === undefined) throw new Error(`There is no audience ${key}.`);
  return condition;
}

/** The operator with its decorators, as documents write it. */
export function operatorText({ operator }: Leaf): string {
  return [...operator.decorators, operator.name].join(':');
}

/** The two ends, in milliseconds, between which a date lies that is within so many days of now. */
export function endsWithin(days: number, now: number): readonly [from: number, to: number] {
  const other = now + days * 86_400_000;
  return [Math.min(now, other), Math.max(now, other)];
}
