/** Reads the times of demo accounts, which are told relative to the moment of loading. */
import { DateTime, Duration } from 'luxon';

/**
 * RFC 3339 in UTC of an ISO 8601 duration counted from `now` (milliseconds): `-P120D` is 120 days ago, `PT0S` is now, `P30D`
 * lies ahead. Calendar months and years are those of UTC. Null for a text that is no duration.
 */
export function relativeTime(text: string, now: number): string | null {
  const duration = Duration.fromISO(text);
  if (!duration.isValid) return null;
  return DateTime.fromMillis(now, { zone: 'utc' }).plus(duration).toISO();
}
