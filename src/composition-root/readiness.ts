/** Decides whether requests should be sent here. */
import type { RememberedReads } from '../adapters/runtime/remembered-reads';
import type { ReleaseStore } from '../application/ports';

/** Below the budget of the probe itself, so that memory has the last word. */
const ASK_MS = 700;

/**
 * Ready when the database has a release. When it does not answer, `degraded` as long as decisions can be made from memory:
 * taking every replica out at once would turn a database that is away into a service that is away.
 */
export function readinessOf(
  releases: Pick<ReleaseStore, 'currentNumber'>,
  reads: Pick<RememberedReads, 'remembersSomething'>,
): () => Promise<boolean | 'degraded'> {
  return async () => {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), ASK_MS).unref());
    const number = await Promise.race([releases.currentNumber().catch(() => null), late]);
    if (number !== null) return number > 0;
    return reads.remembersSomething ? 'degraded' : false;
  };
}
