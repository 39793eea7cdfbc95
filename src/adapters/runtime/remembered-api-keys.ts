/** Remembers API keys for a moment, so that most requests need no look-up and a revoked key still ends within seconds. */
import { LRUCache, type Perf } from 'lru-cache';
import type { ApiKey, ApiKeyFinder } from '../../application/access/access-ports';

/** How long and how many. */
export const KEY_MEMORY = {
  /** Milliseconds a key that was found is taken as it was. */
  knownMs: 3_000,
  /** Milliseconds a digest without a key stays without one. */
  unknownMs: 1_000,
  /** Keys, and as many digests without one. */
  most: 10_000,
} as const;

/**
 * A finder in front of the store. Requests that ask for one key at once share one look-up. What nobody has is kept apart,
 * so that a flood of made-up keys never displaces real ones. While the store can't be asked, a key that was found before
 * stays as it was: nobody can revoke it then either. `stopwatch` counts milliseconds that never go back, whatever is
 * done to the clock of the machine; default: the process's own.
 */
export function rememberedApiKeys(store: ApiKeyFinder, stopwatch: Perf = performance): ApiKeyFinder {
  const memory = { max: KEY_MEMORY.most, perf: stopwatch, ttlResolution: 0 };
  const unknown = new LRUCache<string, true>({ ...memory, ttl: KEY_MEMORY.unknownMs });
  const known = new LRUCache<string, ApiKey>({
    ...memory,
    ttl: KEY_MEMORY.knownMs,
    fetchMethod: async (digest, stale) => {
      try {
        return (await store.byDigest(digest)) ?? undefined;
      } catch (error) {
        if (stale === undefined) throw error;
        return stale;
      }
    },
  });
  return {
    byDigest: async (digest) => {
      if (unknown.has(digest)) return null;
      const key = await known.fetch(digest);
      if (key === undefined) unknown.set(digest, true);
      return key ?? null;
    },
  };
}
