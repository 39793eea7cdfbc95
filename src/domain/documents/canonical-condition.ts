/** Puts a condition into its one written order. */

const ORDER = ['name', 'condition', 'fact', 'path', 'operator', 'value', 'all', 'any', 'not', 'priority'];

/** The condition with its members in canonical order; made for conditions whose shape was checked. */
export function canonicalCondition(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalCondition);
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Record<string, unknown>;
  const present = ORDER.filter((name) => members[name] !== undefined);
  return Object.fromEntries(present.map((name) => [name, canonicalCondition(members[name])]));
}
