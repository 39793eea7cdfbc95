/** Finds audiences that lead back to themselves. */
import type { Condition } from './condition';

/** Keys of audiences on a cycle, in the map's order; one that merely refers to a cycle is not on it. */
export function cyclicAudiences(audiences: ReadonlyMap<string, Condition>): readonly string[] {
  const references = new Map([...audiences].map(([key, condition]) => [key, referredAudiences(condition)]));
  return keysOnCycles(references);
}

/** Keys that lead back to themselves through what they refer to, in the map's order. */
export function keysOnCycles(references: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...references.keys()].filter((key) => reaches(references, key));
}

/** Keys of the audiences that a condition names itself, not through others. */
function referredAudiences(condition: Condition): readonly string[] {
  if (condition.kind === 'audience') return [condition.key];
  if (condition.kind === 'not') return referredAudiences(condition.condition);
  return condition.kind === 'leaf' ? [] : condition.conditions.flatMap(referredAudiences);
}

function reaches(references: ReadonlyMap<string, readonly string[]>, start: string): boolean {
  const seen = new Set<string>();
  const open = [...(references.get(start) ?? [])];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === start) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...(references.get(key) ?? []));
  }
  return false;
}
