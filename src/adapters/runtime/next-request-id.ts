/** Names requests that brought no name of their own. */
import { randomUUID } from 'node:crypto';

/** A UUID in no order: nothing sorts requests by their names, and node:crypto draws the random bytes of many at once. */
export function nextRequestId(): string {
  return randomUUID();
}
