/** Says until when a recommendation can be answered. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * The end of the window in milliseconds: the time to live from the last full step, so that requests within one step get the
 * same id. A step is an hour, or half the time to live where that is shorter; an offer's own end comes first.
 */
export function recommendationExpiry(now: number, ttlMinutes: number, validUntil: string | null): number {
  const ttl = ttlMinutes * MINUTE_MS;
  const step = Math.min(HOUR_MS, ttl / 2);
  const end = Math.floor(now / step) * step + ttl;
  return validUntil === null ? end : Math.min(end, Date.parse(validUntil));
}
