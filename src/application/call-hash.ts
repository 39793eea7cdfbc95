/** Tells whether two calls say the same. */
import type { Hasher } from './ports';

/** SHA-256 over the operation and its input without the idempotency key, whatever the order of the members. */
export function callHash(hasher: Hasher, operation: string, body: object): string {
  return hasher.sha256(JSON.stringify([operation, sorted(body)]));
}

function sorted(body: object): readonly (readonly [string, unknown])[] {
  return Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1));
}
