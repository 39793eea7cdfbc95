/** Looks up a fact, following a path through own members only. */
import type { FactSet } from './fact-set';

/** The value, or undefined when the fact is absent or stale, a member is missing, or null, NaN or infinite stands there. */
export function factAt(facts: FactSet, name: string, path: readonly string[]): unknown {
  let value: unknown = facts.values.get(name);
  for (const member of path) value = ownMember(value, member);
  return present(value);
}

/** A member of an object; lists and texts have none, and inherited ones do not exist. */
export function ownMember(value: unknown, member: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, member) ? (value as Readonly<Record<string, unknown>>)[member] : undefined;
}

/** The value, or undefined where null, NaN or infinite stands. */
export function present(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return value === null ? undefined : value;
}
