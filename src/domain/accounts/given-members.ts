/** Brings what a caller sent into the form that the schemas read. */

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

function given(value: unknown, open: ReadonlySet<string>): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString();
  return isPlain(value) ? givenMembers(value, open) : value;
}

/**
 * The members that are stated: null and undefined are left out, dates become RFC 3339 texts, at every depth. Members named
 * in `open` hold the caller's own data and are passed as they are; anything but an object is, too.
 */
export function givenMembers(input: unknown, open: ReadonlySet<string> = new Set()): unknown {
  if (!isPlain(input)) return input;
  const stated = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    stated.map(([name, value]) => [name, open.has(name) ? value : given(value, open)]),
  );
}
